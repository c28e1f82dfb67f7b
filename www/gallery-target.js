// The page of a target: its chart large, its exact wording, how far it is in one bar, its sisters, the lines to paste.
var galleryPages = galleryPages || {};
(function () {
  'use strict';

  var VIEWS = [['trajectory', {}], ['progress', { view: 'progress' }], ['compact', { view: 'progress', size: 'compact' }], ['table', { view: 'table' }]];
  var parts = galleryParts;
  var data = galleryData;
  var make = parts.make;

  function quotation(row, plan) { return make('blockquote', { lang: plan.script }, make('p', {}, row.quote)); }

  function wordingCard(target, plan) {
    var card = parts.section('wording-title', data.word('wording'));
    card.append(quotation(target, plan));
    data.restated.forEach(function (repeat) {
      if (repeat.restates === target.id) {
        card.append(make('p', { 'class': 'note' }, data.word('wording_again'), ' (', repeat.section_name, ')'), quotation(repeat, plan));
      }
    });
    card.append(parts.facts('facts', [
      [data.word('plan'), data.planTitle(plan)],
      [data.word('section'), target.section_name],
      [data.word('issuer'), plan.issuer || data.word('not_given')],
      [data.word('document_number'), plan.document_number],
      [data.word('date'), plan.date_text || data.word('not_given')],
      [data.word('lead_office'), target.responsible.lead.join('\u3001')],
      [data.word('with_office'), target.responsible.with.join('\u3001')]
    ]));
    return card;
  }

  function sameCard(target) {
    var others = data.find(data.indicators, target.indicator).targets.filter(function (other) { return other.id !== target.id; });
    var card = parts.section('same-title', data.word('same'), 'card same');
    var items = make('ul', { 'class': 'rows' });
    others.forEach(function (other) { items.append(galleryList.targetRow(other, other.region_name + ' ' + data.word('year', { n: other.deadline }))); });
    card.append(others.length ? items : make('p', { 'class': 'note' }, data.word('same_none')),
      make('p', { 'class': 'more' }, make('a', { href: '#indicator/' + target.indicator }, data.word('open_indicator'))));
    return card;
  }

  function steps(target, plan) {
    var at = plan.targets.indexOf(target);
    function step(to, key, before, after) {
      var other = plan.targets[to];
      return other ? make('a', { href: '#target/' + other.id, 'class': 'button', 'aria-label': data.word(key) + data.word('colon') + other.name },
        before + data.word(key) + after) : null;
    }
    return make('nav', { 'class': 'steps', 'aria-label': data.word('steps') },
      step(at - 1, 'previous', '\u2190 ', ''), step(at + 1, 'next', '', ' \u2192'));
  }

  galleryPages.target = function (id) {
    // Who asks for a target's second wording gets the target.
    var second = data.find(data.restated, id);
    var target = data.find(data.targets, second ? second.restates : id);
    if (!target) { return null; }
    var plan = data.find(data.plans, target.plan);
    var deadline = target.deadline_stated ? 'year' : 'deadline_horizon';
    var progress = make('section', { 'class': 'card', 'aria-label': data.word('view_progress') },
      galleryCharts.chart({ target: target.id, view: 'progress', controls: 'none' }, target.quote, 'small'));
    return {
      title: target.full_name,
      id: target.id,
      tab: target.full_name + ' ' + target.due,
      up: ['#plan/' + plan.id, plan.name],
      lead: data.find(data.indicators, target.indicator).meaning,
      nodes: [
        parts.facts('strip', [
          [data.word('fact_due'), make('strong', { 'class': 'due' }, parts.diamond(), target.due)],
          [data.word('fact_deadline'), data.word(deadline, { n: target.deadline })],
          [data.word('fact_kind'), data.word('kind_' + target.kind)],
          [data.word('fact_values'), galleryList.mark(target)]
        ]),
        make('section', { 'class': 'card main-card', 'aria-label': data.word('view_trajectory') }, galleryCharts.shared('target', { target: target.id }, target.quote, 'large')),
        make('div', { 'class': 'two' }, wordingCard(target, plan), make('div', {}, progress, sameCard(target))),
        galleryCharts.pasteCard({ target: target.id }, VIEWS, target.quote),
        steps(target, plan)
      ]
    };
  };
})();
