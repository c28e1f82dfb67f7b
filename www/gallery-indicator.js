// The page of an indicator: what it means, its regions held against each other, each region's path. And the list of all.
var galleryPages = galleryPages || {};
(function () {
  'use strict';

  var parts = galleryParts;
  var data = galleryData;
  var list = galleryList;
  var make = parts.make;

  /** Regions with a target of the indicator, each with its targets. */
  function regions(indicator) {
    var found = [];
    indicator.targets.forEach(function (target) {
      var one = data.find(found, target.region);
      if (!one) { found.push(one = { id: target.region, name: target.region_name, targets: [] }); }
      one.targets.push(target);
    });
    return found;
  }

  function regionCard(indicator, region) {
    var items = make('ul', { 'class': 'rows' });
    region.targets.forEach(function (target) { items.append(list.targetRow(target, data.word('year', { n: target.deadline }))); });
    return make('section', { 'class': 'card', 'aria-label': region.targets[0].full_name },
      galleryCharts.chart({ indicator: indicator.id, region: region.id, controls: 'basic' }, region.targets[0].full_name), items);
  }

  galleryPages.indicator = function (id) {
    var indicator = data.find(data.indicators, id);
    if (!indicator) { return null; }
    var found = regions(indicator);
    var views = ['comparison', 'progress', 'table'].map(function (view) { return [view, { view: view }]; });
    var paths = make('div', { 'class': found.length > 1 ? 'cards' : '' });
    found.forEach(function (region) { paths.append(regionCard(indicator, region)); });
    return {
      eyebrow: indicator.targets[0].theme_name,
      title: indicator.name,
      up: ['#indicators', data.word('nav_indicators')],
      lead: indicator.meaning,
      nodes: [
        make('section', { 'class': 'card', 'aria-label': data.word('view_comparison') }, galleryCharts.shared('indicator', { indicator: id, view: 'comparison' }, indicator.name)),
        make('section', { 'class': 'band', 'aria-labelledby': 'paths-title' }, make('h2', { id: 'paths-title' }, data.word('paths')), paths),
        galleryCharts.pasteCard({ indicator: id }, views, indicator.name)
      ]
    };
  };

  /** All indicators by theme, with a field that narrows them. */
  galleryPages.indicators = function (id, state, changed) {
    var input = list.searchField();
    var said = list.status('count');
    var box = make('div', { 'class': 'themes' });
    var rows = [];
    var themes = {};
    data.indicators.forEach(function (indicator) {
      var theme = indicator.theme;
      if (!themes[theme]) {
        themes[theme] = make('ul', { 'class': 'rows' });
        box.append(make('section', { 'class': 'plan', 'aria-labelledby': 'theme-' + theme },
          make('header', { 'class': 'plan-head' }, make('h2', { id: 'theme-' + theme }, indicator.targets[0].theme_name || theme)), themes[theme]));
      }
      var item = list.indicatorRow(indicator);
      rows.push({ indicator: indicator, item: item });
      themes[theme].append(item);
    });
    function show() {
      var shown = 0;
      rows.forEach(function (row) {
        row.item.hidden = !list.fits(row.indicator.haystack, state.q);
        shown += row.item.hidden ? 0 : 1;
      });
      box.querySelectorAll('section').forEach(function (part) { part.hidden = !part.querySelector('li:not([hidden])'); });
      said.tell(shown ? data.word('count_indicators', { shown: shown, all: rows.length }) : data.word('count_none'));
    }
    var form = make('form', { 'class': 'filters', role: 'search' }, list.field('search_indicators', input, 'field-search'));
    input.value = state.q;
    input.addEventListener('input', function () {
      state.q = input.value;
      show();
      changed();
    });
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    show();
    return { title: data.word('nav_indicators'), lead: data.word('indicators_lead', { n: rows.length }), nodes: [form, said, box] };
  };
})();
