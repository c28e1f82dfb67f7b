// The start page: what this is, how far the plans are, a search over everything, one chart, what falls due next.
var galleryPages = galleryPages || {};
(function () {
  'use strict';

  var FOUND = 8;
  var parts = galleryParts;
  var data = galleryData;
  var list = galleryList;
  var make = parts.make;

  /** A count with its symbol and its word; never a colour alone. */
  function countItem(pair) {
    return make('li', { 'class': 'state-' + pair[0] }, parts.symbol(pair[0]),
      make('span', {}, make('strong', {}, String(pair[1])), ' ', data.word('state_' + pair[0])));
  }

  function counts(targets, className) {
    var box = make('ul', { 'class': className });
    data.tally(targets).forEach(function (pair) { box.append(countItem(pair)); });
    return box;
  }

  /** The counts of all plans, each a link to what it counts. */
  function tally() {
    var box = counts(data.targets, 'tally');
    data.tally(data.targets).forEach(function (pair, at) {
      var item = box.children[at];
      var link = make('a', { href: '#targets', 'data-values': pair[0] });
      while (item.firstChild) { link.append(item.firstChild); }
      item.append(link);
    });
    return box;
  }

  function planCard(plan, level) {
    var known = plan.targets.filter(function (target) { return target.values; }).length;
    var facts = [plan.issuer || data.word('issuer_none'), plan.date_text || data.word('date_none')];
    return make('li', { 'class': 'plan-card' },
      make('p', { 'class': 'eyebrow' }, plan.region_name + ' \u00b7 ' + data.period(plan)),
      make(level, { 'class': 'plan-name' }, make('a', { href: '#plan/' + plan.id }, plan.name)),
      make('p', { 'class': 'plan-issuer' }, facts.join(' \u00b7 ')),
      make('p', { 'class': 'plan-size' }, make('strong', {}, String(plan.targets.length)), ' ', data.word('targets_unit')),
      parts.dots(plan.targets.length, known), counts(plan.targets, 'counts'));
  }

  /** A card for each plan, its name a heading of `level`. */
  function planCards(className, level) {
    var cards = make('ul', { 'class': className });
    data.plans.forEach(function (plan) { cards.append(planCard(plan, level)); });
    return cards;
  }

  /** Search over all indicators and targets: what fits is listed below while the reader types. */
  function search(state, changed) {
    var input = list.searchField();
    var found = make('div', { 'class': 'found' });
    var said = list.status('count');
    var form = make('form', { 'class': 'start-search', role: 'search' },
      list.field('search_all', input), make('button', { type: 'submit', 'class': 'button primary' }, data.word('search_go')));
    function group(heading, rows) {
      if (!rows.length) { return; }
      var items = make('ul', { 'class': 'rows' });
      rows.slice(0, FOUND).forEach(function (row) { items.append(row); });
      found.append(make('h3', {}, heading), items);
    }
    function show() {
      parts.empty(found);
      if (!state.q.trim()) { said.tell(''); return; }
      var fit = function (row) { return list.fits(row.haystack, state.q); };
      var indicators = data.indicators.filter(fit);
      var targets = data.targets.filter(fit);
      group(data.word('nav_indicators'), indicators.map(list.indicatorRow));
      group(data.word('nav_targets'), targets.slice(0, FOUND).map(function (target) { return list.targetRow(target, target.full_name); }));
      if (targets.length > FOUND) {
        found.append(make('p', {}, make('a', { 'class': 'button', href: '#targets', 'data-keep': '' }, data.word('search_more', { n: targets.length }))));
      }
      said.tell(targets.length || indicators.length ? data.word('search_count', { targets: targets.length, indicators: indicators.length }) : data.word('count_none'));
    }
    input.value = state.q;
    input.addEventListener('input', function () {
      state.q = input.value;
      show();
      changed();
    });
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      galleryPages.go('#targets', true);
    });
    show();
    return make('div', { 'class': 'searching' }, form, said, found);
  }

  /** The target that tells most at first sight: the level with the most published values. */
  function telling() {
    var levels = data.targets.filter(function (target) { return target.kind === 'level'; });
    return (levels.length ? levels : data.targets).reduce(function (best, target) { return target.values > best.values ? target : best; });
  }

  /** What falls due next, in a line; the timeline has it at length. */
  function dueNext() {
    var next = data.dueNext(data.targets);
    return next && make('p', { 'class': 'due-next' }, make('a', { href: '#timeline' }, parts.diamond(),
      data.word('due_next', { year: data.word('year', { n: next.year }), n: next.targets.length })));
  }

  function chartCard() {
    var target = telling();
    return make('section', { 'class': 'card chart-card', 'aria-label': target.full_name },
      galleryCharts.chart({ target: target.id, controls: 'none' }, target.quote),
      make('p', { 'class': 'more' }, make('a', { href: '#target/' + target.id }, data.word('open_target'))));
  }

  function timeline(controls) {
    return make('section', { 'class': 'card', 'aria-label': data.word('nav_timeline') },
      galleryCharts.chart({ view: 'timeline', plan: 'all', controls: controls }, data.word('nav_timeline')));
  }

  galleryPages.start = function (id, state, changed) {
    var all = { plans: data.plans.length, targets: data.targets.length, indicators: data.indicators.length };
    var hero = make('section', { 'class': 'hero', 'aria-labelledby': 'page-title' },
      make('h1', { id: 'page-title', tabindex: '-1' }, data.word('start_title', all)),
      make('p', { 'class': 'lead' }, data.word('lead', all)),
      tally(), dueNext() || '',
      search(state, changed));
    var plans = parts.section('plans-title', data.word('nav_plans'), 'band');
    plans.append(planCards('plan-cards', 'h3'));
    return { title: '', nodes: [hero, plans, chartCard(), timeline('none')] };
  };

  galleryPages.plans = function () {
    return { title: data.word('nav_plans'), lead: data.word('plans_lead', { n: data.plans.length }), nodes: [planCards('plan-cards full', 'h2')] };
  };

  galleryPages.targets = function (id, state, changed) {
    return { title: data.word('targets_title', { n: data.targets.length }), nodes: list.filtered(data.plans, state, changed) };
  };

  galleryPages.timeline = function () {
    return { title: data.word('nav_timeline'), lead: data.word('timeline_lead'), nodes: [timeline('full')] };
  };
})();
