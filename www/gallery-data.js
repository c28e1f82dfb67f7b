// What the gallery's pages show: the rows of the data package with their names in the page's language, counted.
// Nothing is computed here but counts; verdicts and formatted numbers come from IndicatorWidgets.
var galleryData = (function () {
  'use strict';

  var LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'];
  var SUFFIX = { 'zh-Hans': '_zh_hans', 'zh-Hant': '_zh_hant', en: '_en' };
  // The order that counts are told in.
  var STATES = ['met', 'on_track', 'at_risk', 'off_track', 'missed', 'value', 'none'];
  var parts = galleryParts;
  var data = {
    lang: 'en', theme: 'auto', api: null, states: STATES, plans: [], indicators: [], targets: [], restated: [],
    word: word, named: named, find: find, load: load, tally: tally, dueNext: dueNext, planTitle: planTitle, period: period,
    settings: settings, dress: dress, onSetting: onSetting
  };

  function word(key, values) {
    return galleryWords[key][LANGUAGES.indexOf(data.lang)].replace(/\{(\w+)\}/g, function (_, name) { return String(values[name]); });
  }

  // ---- how a page looks, and in which language: what stands in its head ----

  /** What the address asks for: {lang, theme, text}; the language else as the browser wants it. */
  function settings() {
    var query = new URLSearchParams(location.search);
    var theme = query.get('theme');
    return {
      lang: parts.negotiate([query.get('lang') || ''].concat(navigator.languages || [navigator.language])),
      theme: /^(auto|light|dark|contrast)$/.test(theme) ? theme : 'auto',
      text: query.get('text') === 'large' ? 'large' : 'normal'
    };
  }

  /** Puts words, looks and the controls for them as `settings` say. */
  function dress(settings) {
    var root = document.documentElement;
    data.lang = settings.lang;
    data.theme = settings.theme;
    root.lang = settings.lang;
    root.setAttribute('data-theme', settings.theme);
    root.setAttribute('data-text', settings.text);
    document.querySelectorAll('[data-word]').forEach(function (element) {
      element.textContent = word(element.getAttribute('data-word'));
    });
    document.querySelectorAll('[data-label]').forEach(function (element) {
      element.setAttribute('aria-label', word(element.getAttribute('data-label')));
    });
    document.querySelectorAll('[data-setting]').forEach(function (control) {
      var value = settings[control.getAttribute('data-setting')];
      if (control.tagName === 'SELECT') { control.value = value; }
      control.querySelectorAll('button').forEach(function (button) {
        button.setAttribute('aria-pressed', String(button.value === value));
      });
    });
  }

  /** Calls `set` with name and value when a reader changes one. */
  function onSetting(set) {
    document.querySelectorAll('[data-setting]').forEach(function (control) {
      var key = control.getAttribute('data-setting');
      control.addEventListener(control.tagName === 'SELECT' ? 'change' : 'click', function (event) {
        if (event.target.value) { set(key, event.target.value); }
      });
    });
  }

  /** The column `name` of a row of the data package, in the page's language. */
  function named(row, name) { return row ? row[name + SUFFIX[data.lang]] || '' : ''; }

  function find(list, id) { return list.filter(function (row) { return row.id === id; })[0]; }

  /** All languages' names of these rows, to be searched. */
  function haystack(words, rows) {
    var names = rows.map(function (row) {
      return Object.keys(SUFFIX).map(function (lang) { return [row['name' + SUFFIX[lang]], row['title' + SUFFIX[lang]]].join(' '); }).join(' ');
    });
    return parts.fold(words.concat(names).join(' '));
  }

  /** Reads everything anew, in the language `lang`. */
  function load(api, lang) {
    var indicators = api.indicators();
    var regions = api.regions();
    var plans = api.plans();
    var values = {};
    data.api = api;
    data.lang = lang;
    api.observations({}).forEach(function (row) {
      var key = row.indicator + ' ' + row.region;
      values[key] = (values[key] || 0) + 1;
    });
    var rows = api.targets({ lang: lang }).map(function (row) {
      var indicator = find(indicators, row.indicator);
      var region = find(regions, row.region);
      var plan = find(plans, row.plan);
      var name = named(indicator, 'name');
      // A growth rate is drawn on its level's values.
      var known = values[row.indicator + ' ' + row.region] || values[indicator.derived_from + ' ' + row.region] || 0;
      return Object.assign({}, row, {
        name: name,
        full_name: word('name', { region: named(region, 'name'), name: name }),
        region_name: named(region, 'name'),
        theme: indicator.theme,
        values: known,
        state: known && !row.restates ? judged(api, row.id) : 'none',
        haystack: haystack([row.id, row.quote, name], [indicator, region, plan])
      });
    });
    data.restated = rows.filter(function (row) { return row.restates; });
    data.targets = rows.filter(function (row) { return !row.restates; });
    data.plans = plans.map(function (plan) {
      return Object.assign({}, plan, {
        name: named(plan, 'short'), title: named(plan, 'title'), issuer: named(plan, 'issuer'), date_text: parts.dateText(plan.date, lang),
        region_name: named(find(regions, plan.region), 'name'),
        targets: data.targets.filter(function (row) { return row.plan === plan.id; })
      });
    });
    data.indicators = indicators.map(function (indicator) {
      return Object.assign({}, indicator, {
        name: named(indicator, 'name'), meaning: named(indicator, 'meaning'),
        haystack: haystack([indicator.id], [indicator]),
        targets: data.targets.filter(function (row) { return row.indicator === indicator.id; })
      });
    }).filter(function (indicator) { return indicator.targets.length; });
    return data;
  }

  /** The verdict on a target that has values; `value` where they do not reach its deadline, so that there is none. */
  function judged(api, id) {
    var verdict = api.assess(id, null, { rule: 'own' }).verdict;
    return verdict === 'not_reported' ? 'value' : verdict;
  }

  /** How many of `targets` are in which state: [state, count] pairs, without those that are none. */
  function tally(targets) {
    return STATES.map(function (state) {
      return [state, targets.filter(function (target) { return target.state === state; }).length];
    }).filter(function (pair) { return pair[1]; });
  }

  /** The next year in which targets fall due, and which: {year, targets}; undefined where none is to come. */
  function dueNext(targets) {
    var now = Number(data.api.assess(data.targets[0].id, null, { rule: 'own' }).as_of.slice(0, 4));
    var years = targets.map(function (target) { return target.deadline; }).filter(function (year) { return year >= now; });
    var year = Math.min.apply(null, years);
    return years.length ? { year: year, targets: targets.filter(function (target) { return target.deadline === year; }) } : undefined;
  }

  function planTitle(plan) {
    return plan.url ? parts.make('a', { href: plan.url, rel: 'external noopener' }, plan.title) : plan.title;
  }

  function period(plan) {
    var same = plan.period_start === plan.period_end;
    return word('year', { n: same ? plan.period_end : plan.period_start + '\u2013' + plan.period_end });
  }

  return data;
})();
