// The gallery: lists every target of the data package, and shows one large with its wording and the lines to paste.
// All data and every formatted number come from IndicatorWidgets; all words from gallery-words.js; parts to build with from gallery-parts.js.
// The address holds the state: ?lang=&theme=&text=&q=&plan=&topic=&values= and #target-id.
(function () {
  'use strict';

  var SUFFIX = { 'zh-Hans': '_zh_hans', 'zh-Hant': '_zh_hant', en: '_en' };
  var DEFAULTS = { lang: '', theme: 'auto', text: 'normal', q: '', plan: '', topic: '', values: '' };
  var SCRIPT = 'indicator-widgets.js';
  var parts = galleryParts;
  var make = parts.make;
  var empty = parts.empty;
  var diamond = parts.diamond;
  var root = document.documentElement;
  var wide = window.matchMedia('(min-width: 62.5em)');
  var api = null;
  var state = readAddress();
  var rows = [];        // targets in their plans' own order: {target, item, link, haystack}
  var repeats = [];     // rows that say a target again in other words
  var shownId = '';     // the target that stands in the detail
  var announceTimer = 0;

  // ---- words and small DOM helpers ----

  function byId(id) { return document.getElementById(id); }

  function word(key, values) {
    var text = galleryWords[state.lang][key];
    return text.replace(/\{(\w+)\}/g, function (_, name) { return String(values[name]); });
  }

  /** The column `name` of a row of the data package, in the page's language. */
  function named(row, name) { return row ? row[name + SUFFIX[state.lang]] || '' : ''; }

  function find(list, id) { return list.filter(function (row) { return row.id === id; })[0]; }

  function say(text) { byId('said').textContent = text; }

  function fault(text) {
    byId('fault').textContent = text;
    byId('fault').hidden = !text;
  }

  // ---- the address ----

  function readAddress() {
    var query = new URLSearchParams(location.search);
    var read = {};
    Object.keys(DEFAULTS).forEach(function (key) { read[key] = query.get(key) || DEFAULTS[key]; });
    read.lang = parts.negotiate([read.lang].concat(navigator.languages || [navigator.language]));
    if (!/^(auto|light|dark|contrast)$/.test(read.theme)) { read.theme = 'auto'; }
    if (read.text !== 'large') { read.text = 'normal'; }
    return read;
  }

  function writeAddress() {
    var query = new URLSearchParams();
    Object.keys(DEFAULTS).forEach(function (key) {
      if (state[key] !== DEFAULTS[key]) { query.set(key, state[key]); }
    });
    var text = query.toString();
    try {
      history.replaceState(history.state, '', location.pathname + (text ? '?' + text : '') + location.hash);
    } catch (_) {
      // Opened as a file, some browsers keep the address as it is: the page works on without it.
    }
  }

  function wantedId() {
    var id = '';
    try { id = decodeURIComponent(location.hash.slice(1)); } catch (_) { id = location.hash.slice(1); }
    return id === 'list' ? '' : id;
  }

  // ---- the page's words and settings ----

  function applySettings() {
    root.lang = state.lang;
    root.setAttribute('data-theme', state.theme);
    root.setAttribute('data-text', state.text);
    document.querySelectorAll('[data-word]').forEach(function (element) {
      element.textContent = word(element.getAttribute('data-word'));
    });
    document.querySelectorAll('[data-label]').forEach(function (element) {
      element.setAttribute('aria-label', word(element.getAttribute('data-label')));
    });
    document.querySelectorAll('[data-setting]').forEach(function (control) {
      var value = state[control.getAttribute('data-setting')];
      if (control.tagName === 'SELECT') { control.value = value; }
      control.querySelectorAll('button').forEach(function (button) {
        button.setAttribute('aria-pressed', String(button.value === value));
      });
    });
  }

  function change(key, value) {
    state[key] = value;
    writeAddress();
    applySettings();
    if (!api) { return; }
    if (key === 'lang') {
      var focus = document.activeElement && document.activeElement.getAttribute('data-plan');
      buildList();
      if (focus !== null) { focusPlan(focus); }
    }
    filter();
    if (key === 'lang' || key === 'theme' || key === 'text') { shownId = ''; route(); }
  }

  // ---- the list ----

  function buildList() {
    var regions = api.regions();
    var indicators = api.indicators();
    var list = byId('list');
    var targets = readTargets(indicators, regions);
    repeats = targets.filter(function (target) { return target.restates; });
    rows = [];
    empty(list);
    api.plans().forEach(function (plan) {
      var own = targets.filter(function (target) { return target.plan === plan.id && !target.restates; });
      var items = make('ol', { 'class': 'rows' });
      own.forEach(function (target) { items.append(buildRow(target, plan, find(indicators, target.indicator), find(regions, target.region))); });
      list.append(make('section', { 'class': 'plan', 'data-plan-section': plan.id, 'aria-labelledby': 'plan-' + plan.id },
        make('header', { 'class': 'plan-head' },
          make('p', {}, [named(find(regions, plan.region), 'name'), period(plan)].join(' \u00b7 ')),
          make('h2', { id: 'plan-' + plan.id }, named(plan, 'title')),
          make('p', {}, [named(plan, 'issuer') || word('issuer_none'), parts.dateText(plan.date, state.lang) || word('date_none')].join(' \u00b7 ')),
          make('p', {}, planCounts(own))),
        items));
    });
    byId('lead').textContent = word('lead', { plans: api.plans().length, targets: rows.length });
    document.title = word('title');
    buildPlans();
    buildTopics(indicators);
  }

  /** The target rows, each with the names of what it points to and the number of its published values. */
  function readTargets(indicators, regions) {
    var published = {};
    api.observations({}).forEach(function (row) {
      var key = row.indicator + ' ' + row.region;
      published[key] = (published[key] || 0) + 1;
    });
    return api.targets({ lang: state.lang }).map(function (row) {
      var indicator = find(indicators, row.indicator);
      return Object.assign({}, row, {
        name: named(indicator, 'name'),
        region_name: named(find(regions, row.region), 'name'),
        theme: indicator.theme,
        // A growth rate is drawn on its level's values.
        values: published[row.indicator + ' ' + row.region] || published[indicator.derived_from + ' ' + row.region] || 0
      });
    });
  }

  function buildRow(target, plan, indicator, region) {
    var names = [indicator, region, plan].map(function (row) {
      return Object.keys(SUFFIX).map(function (lang) {
        return [row['name' + SUFFIX[lang]], row['title' + SUFFIX[lang]]].join(' ');
      }).join(' ');
    });
    var link = make('a', { href: '#' + target.id, 'class': 'row' },
      make('span', { 'class': 'row-line' },
        make('span', { 'class': 'row-name' }, target.name), ' ',
        make('span', { 'class': 'row-due' }, diamond(), target.due)), ' ',
      make('span', { 'class': 'row-line row-more' },
        make('span', {}, [word('year', { n: target.deadline }), word('kind_' + target.kind)].join(' \u00b7 ')), ' ',
        make('span', { 'class': target.values ? 'some' : 'none' }, valuesText(target))));
    var item = make('li', {}, link);
    rows.push({ target: target, item: item, link: link, haystack: parts.fold([target.id, target.quote, target.name].concat(names).join(' ')) });
    return item;
  }

  function valuesText(target) {
    return (target.values ? '\u25cf ' : '\u25cb ') + (target.values ? word('row_some', { n: target.values }) : word('row_none'));
  }

  function period(plan) {
    var same = plan.period_start === plan.period_end;
    return word('year', { n: same ? plan.period_end : plan.period_start + '\u2013' + plan.period_end });
  }

  function planCounts(targets) {
    var some = targets.filter(function (target) { return target.values; }).length;
    return word('plan_counts', { targets: targets.length, some: some });
  }

  function buildPlans() {
    var box = byId('plans');
    empty(box);
    box.append(planButton('', word('plans_all'), rows));
    api.plans().forEach(function (plan) {
      var own = rows.filter(function (row) { return row.target.plan === plan.id; });
      box.append(planButton(plan.id, named(plan, 'short'), own));
    });
  }

  function planButton(id, name, own) {
    var button = make('button', { type: 'button', 'data-plan': id, 'aria-pressed': String(state.plan === id) },
      make('span', { 'class': 'plan-name' }, name),
      make('span', { 'class': 'plan-counts' }, planCounts(own.map(function (row) { return row.target; }))));
    button.addEventListener('click', function () { change('plan', id); });
    return button;
  }

  function focusPlan(id) {
    byId('plans').querySelectorAll('button').forEach(function (button) {
      if (button.getAttribute('data-plan') === id) { button.focus(); }
    });
  }

  function buildTopics() {
    var select = byId('topic');
    var seen = {};
    empty(select);
    select.append(make('option', { value: '' }, word('topic_all')));
    rows.forEach(function (row) {
      var topic = row.target.theme;
      if (!topic || seen[topic]) { return; }
      seen[topic] = true;
      select.append(make('option', { value: topic }, row.target.theme_name || topic));
    });
    if (!seen[state.topic]) { state.topic = ''; }
  }

  function filter() {
    var terms = parts.fold(state.q).split(/\s+/).filter(Boolean);
    var shown = 0;
    rows.forEach(function (row) {
      var target = row.target;
      var fits = (!state.plan || target.plan === state.plan) && (!state.topic || target.theme === state.topic) &&
        (!state.values || (state.values === 'some') === (target.values > 0)) &&
        terms.every(function (term) { return row.haystack.indexOf(term) >= 0; });
      row.item.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    document.querySelectorAll('[data-plan-section]').forEach(function (section) {
      section.hidden = !section.querySelector('li:not([hidden])');
    });
    byId('plans').querySelectorAll('button').forEach(function (button) {
      button.setAttribute('aria-pressed', String(button.getAttribute('data-plan') === state.plan));
    });
    byId('q').value === state.q || (byId('q').value = state.q);
    byId('topic').value = state.topic;
    byId('values').value = state.values;
    byId('reset').disabled = !(state.q || state.plan || state.topic || state.values);
    // One announcement after the typing stops, not one for each letter.
    clearTimeout(announceTimer);
    announceTimer = setTimeout(function () {
      byId('count').textContent = shown ? word('count', { shown: shown, all: rows.length }) : word('count_none');
    }, byId('count').textContent ? 300 : 0);
  }

  // ---- one target, large ----

  function fullName(target) { return word('name', { region: target.region_name, name: target.name }); }

  function quotation(row, plan) { return make('blockquote', { lang: plan.script }, make('p', {}, row.quote)); }

  function wordingCard(target, plan) {
    var card = make('section', { 'class': 'card', 'aria-labelledby': 'wording-title' },
      make('h3', { id: 'wording-title' }, word('wording')));
    var quotes = make('div', {}, quotation(target, plan));
    repeats.forEach(function (repeat) {
      if (repeat.restates === target.id) {
        quotes.append(make('p', { 'class': 'note' }, word('wording_again'), ' (', repeat.section_name, ')'), quotation(repeat, plan));
      }
    });
    card.append(make('div', { 'class': 'pair' }, quotes, parts.facts('facts', [
      [word('plan'), planTitle(plan)],
      [word('section'), target.section_name],
      [word('issuer'), named(plan, 'issuer') || word('not_given')],
      [word('document_number'), plan.document_number],
      [word('date'), parts.dateText(plan.date, state.lang) || word('not_given')],
      [word('lead_office'), target.responsible.lead.join('\u3001')],
      [word('with_office'), target.responsible.with.join('\u3001')]
    ])));
    return card;
  }

  function planTitle(plan) {
    return plan.url ? make('a', { href: plan.url, rel: 'external noopener' }, named(plan, 'title')) : named(plan, 'title');
  }

  /** The lines to paste; the plan's wording stands where the chart can't be drawn. */
  function snippet(target) {
    return '<script src="' + SCRIPT + '" charset="utf-8" async></' + 'script>\n' +
      '<indicator-chart target="' + target.id + '" lang="' + state.lang + '">' + make('p', {}, target.quote).innerHTML + '</indicator-chart>';
  }

  function pasteCard(target) {
    var code = make('code', {}, snippet(target));
    var button = make('button', { type: 'button', 'class': 'button primary' }, word('copy'));
    var note = make('span', { 'class': 'note' });
    button.addEventListener('click', function () {
      parts.copy(code, function (copied) {
        button.textContent = word(copied ? 'copied' : 'copy');
        note.textContent = copied ? '' : word('copy_select');
        say(word(copied ? 'copied' : 'copy_select'));
        setTimeout(function () { button.textContent = word('copy'); }, 2500);
      });
    });
    return make('section', { 'class': 'card paste', 'aria-labelledby': 'paste-title' },
      make('h3', { id: 'paste-title' }, word('paste')),
      make('p', { 'class': 'note' }, word('paste_how', { file: SCRIPT })),
      make('pre', { 'aria-label': word('paste_label'), role: 'group' }, code),
      make('p', { 'class': 'actions' }, button, make('a', { 'class': 'button', href: SCRIPT, download: '' }, word('file', { file: SCRIPT })), note));
  }

  function sameCard(target) {
    var links = rows.filter(function (row) { return row.target.indicator === target.indicator && row.target.id !== target.id; });
    if (!links.length) { return null; }
    var list = make('ul', { 'class': 'links' });
    links.forEach(function (row) {
      var other = row.target;
      list.append(make('li', {}, make('a', { href: '#' + other.id },
        [other.region_name, word('year', { n: other.deadline }), other.due].join(' \u00b7 '))));
    });
    return make('section', { 'class': 'card same', 'aria-labelledby': 'same-title' },
      make('h3', { id: 'same-title' }, word('same')), list);
  }

  function steps(index) {
    function step(at, key, arrow) {
      var row = rows[at];
      return row ? make('a', { href: '#' + row.target.id, 'class': 'button', 'aria-label': word(key) + ': ' + row.target.name },
        arrow, make('span', { 'class': 'step-word' }, ' ' + word(key))) : null;
    }
    return make('nav', { 'class': 'steps', 'aria-label': word('steps') },
      make('a', { href: '#list', 'class': 'button back' }, '\u2190 ' + word('back')),
      step(index - 1, 'previous', '\u2191'),
      step(index + 1, 'next', '\u2193'));
  }

  function show(row) {
    var target = row.target;
    var plan = find(api.plans(), target.plan);
    var detail = byId('detail');
    var hadFocus = detail.contains(document.activeElement);
    var deadline = target.deadline_stated ? 'year' : 'deadline_horizon';
    var chart = make('indicator-chart', { target: target.id, lang: state.lang, theme: state.theme }, target.name + ' ' + target.due);
    empty(detail);
    detail.append(
      steps(rows.indexOf(row)),
      make('section', { 'class': 'card main-card', 'aria-labelledby': 'detail-title' },
        make('p', { 'class': 'eyebrow' }, named(plan, 'short')),
        make('h2', { id: 'detail-title', tabindex: '-1' }, fullName(target)),
        make('p', { 'class': 'meaning' }, named(find(api.indicators(), target.indicator), 'meaning')),
        parts.facts('strip', [
          [word('fact_due'), make('strong', { 'class': 'due' }, diamond(), target.due)],
          [word('fact_deadline'), word(deadline, { n: target.deadline })],
          [word('fact_kind'), word('kind_' + target.kind)],
          [word('fact_values'), valuesText(target)]
        ]),
        make('div', { 'class': 'chart' }, chart)),
      wordingCard(target, plan), pasteCard(target));
    var same = sameCard(target);
    if (same) { detail.append(same); }
    detail.hidden = false;
    rows.forEach(function (other) { other.link.removeAttribute('aria-current'); });
    row.link.setAttribute('aria-current', 'true');
    document.title = fullName(target) + ' ' + target.due + ' - ' + word('title');
    return hadFocus;
  }

  // ---- which target, list or detail ----

  function route(event) {
    var id = wantedId();
    var row = rows.filter(function (one) { return one.target.id === id; })[0];
    var before = shownId;
    fault(id && !row ? word('fault_target', { id: id }) : '');
    root.setAttribute('data-screen', row ? 'detail' : 'list');
    if (!row && !wide.matches) {
      returnToList(before);
      return;
    }
    row = row || rows.filter(function (one) { return one.target.id === before; })[0] || opening();
    if (row.target.id === before) { return; }
    shownId = row.target.id;
    var hadFocus = show(row);
    if (!event) {
      // At the opening, or after a change of language: a deep link brings its row into sight.
      if (row.target.id === id && wide.matches) { bringIntoPane(row.link); }
      return;
    }
    say(word('shown', { name: fullName(row.target) }));
    if (!wide.matches) { window.scrollTo(0, 0); }
    if (byId('detail').getBoundingClientRect().top < 0) { byId('detail').scrollIntoView(); }
    if (hadFocus || !wide.matches) { byId('detail-title').focus({ preventScroll: true }); }
    if (wide.matches) { bringIntoPane(row.link); }
  }

  /** Scrolls the list's pane, not the page, until the row is seen. */
  function bringIntoPane(link) {
    var pane = byId('list').parentNode;
    var at = link.getBoundingClientRect();
    var frame = pane.getBoundingClientRect();
    if (at.top < frame.top || at.bottom > Math.min(frame.bottom, window.innerHeight)) {
      pane.scrollTop += at.top - frame.top - pane.clientHeight / 3;
    }
  }

  function returnToList(before) {
    var detail = byId('detail');
    shownId = '';
    empty(detail);
    detail.hidden = true;
    document.title = word('title');
    rows.forEach(function (row) {
      if (row.target.id !== before) { return; }
      row.link.removeAttribute('aria-current');
      row.link.scrollIntoView({ block: 'center' });
      row.link.focus({ preventScroll: true });
    });
  }

  /** The target that a wide page opens with: the one of those listed with the most published values. */
  function opening() {
    var listed = rows.filter(function (row) { return !row.item.hidden; });
    return (listed.length ? listed : rows).reduce(function (best, row) {
      return row.target.values > best.target.values ? row : best;
    });
  }

  // ---- start ----

  function listen() {
    document.querySelectorAll('[data-setting]').forEach(function (control) {
      var key = control.getAttribute('data-setting');
      control.addEventListener(control.tagName === 'SELECT' ? 'change' : 'click', function (event) {
        if (event.target.value) { change(key, event.target.value); }
      });
    });
    byId('q').addEventListener('input', function () { change('q', byId('q').value.trim() ? byId('q').value : ''); });
    byId('topic').addEventListener('change', function () { change('topic', byId('topic').value); });
    byId('values').addEventListener('change', function () { change('values', byId('values').value); });
    byId('filters').addEventListener('submit', function (event) { event.preventDefault(); });
    byId('filters').addEventListener('reset', function (event) {
      event.preventDefault();
      state.q = state.plan = state.topic = '';
      change('values', '');
      byId('q').focus();
    });
    byId('skip').addEventListener('click', function (event) {
      var screen = root.getAttribute('data-screen') === 'detail' && !wide.matches ? byId('detail-title') : byId('list');
      event.preventDefault();
      screen.focus();
    });
    window.addEventListener('hashchange', route);
    wide.addListener(function () { route(); });
  }

  function start() {
    api = window.IndicatorWidgets;
    buildList();
    filter();
    listen();
    route();
    root.setAttribute('data-ready', '');
  }

  applySettings();
  if (window.IndicatorWidgets) {
    window.IndicatorWidgets.ready.then(start).catch(function (error) {
      fault(word('fault_script'));
      throw error;
    });
  } else {
    fault(word('fault_script'));
  }
})();
