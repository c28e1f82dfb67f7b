// The page of a plan: all its targets at a glance, its deadlines, the list, the lines to paste.
var galleryPages = galleryPages || {};
(function () {
  'use strict';

  var parts = galleryParts;
  var data = galleryData;
  var make = parts.make;

  galleryPages.plan = function (id, state, changed) {
    var plan = data.find(data.plans, id);
    if (!plan) { return null; }
    var views = ['scorecard', 'timeline', 'table'].map(function (view) { return [view, { view: view }]; });
    var listed = parts.section('list-title', data.word('plan_list', { n: plan.targets.length }), 'band');
    galleryList.filtered([plan], state, changed).forEach(function (node) { listed.append(node); });
    return {
      eyebrow: plan.region_name + ' \u00b7 ' + data.period(plan),
      title: plan.title,
      up: ['#plans', data.word('nav_plans')],
      nodes: [
        parts.facts('strip', [
          [data.word('issuer'), plan.issuer || data.word('not_given')],
          [data.word('date'), plan.date_text || data.word('not_given')],
          [data.word('document_number'), plan.document_number],
          [data.word('original'), plan.url ? make('a', { href: plan.url, rel: 'external noopener' }, data.word('original_open')) : data.word('original_none')]
        ]),
        make('section', { 'class': 'card', 'aria-label': data.word('view_scorecard') }, galleryCharts.shared('plan', { plan: id, view: 'scorecard' }, plan.title, 'tall')),
        make('section', { 'class': 'card', 'aria-label': data.word('view_timeline') }, galleryCharts.chart({ plan: id, view: 'timeline' }, plan.title, 'small')),
        listed,
        galleryCharts.pasteCard({ plan: id }, views, plan.title)
      ]
    };
  };
})();
