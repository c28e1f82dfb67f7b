// What the chart shows: its kind, and the targets, the indicator or the plan that it is about.
var builderPick = (function () {
  'use strict';

  var VIEWS = ['trajectory', 'progress', 'compact', 'comparison', 'scorecard', 'timeline', 'table'];
  var SCOPED = ['scorecard', 'timeline', 'table'];
  // So many are listed at once: more nobody goes through.
  var LISTED = 30;
  var parts = galleryParts;
  var data = galleryData;
  var own = builderParts;
  var make = parts.make;

  function views(state, changed) {
    var options = VIEWS.map(function (view) { return [view, data.word('view_' + view)]; });
    return own.tiles(state, 'view', 'b_view', options, true, changed);
  }

  /** Whether the chart is of the targets that are chosen. */
  function ofTargets(state) {
    return state.view !== 'comparison' && (SCOPED.indexOf(state.view) < 0 || state.scope === 'chosen');
  }

  /** What is asked for, and below it what it may be of. */
  function subject(state, changed) {
    var box = make('div', {});
    if (SCOPED.indexOf(state.view) >= 0) {
      var plans = data.plans.map(function (plan) { return [plan.id, plan.name]; });
      var scope = own.select(state, 'scope', plans.concat([['all', data.word('b_scope_all')], ['chosen', data.word('b_scope_chosen')]]), function () {
        list.hidden = !ofTargets(state);
        changed();
      });
      var list = targets(state, changed);
      list.hidden = !ofTargets(state);
      box.append(own.field('b_scope', scope), list);
    } else {
      box.append(state.view === 'comparison' ? indicators(state, changed) : targets(state, changed));
    }
    return box;
  }

  function fits(haystack, query) {
    return parts.fold(query).split(/\s+/).filter(Boolean).every(function (term) { return haystack.indexOf(term) >= 0; });
  }

  /** A list of what fits, to choose from; `row` makes [input, label] of one. */
  function found(legend, rows, row) {
    var said = make('p', { 'class': 'count', role: 'status' });
    var box = make('fieldset', { 'class': 'picks' }, make('legend', { 'class': 'unseen' }, data.word(legend)));
    var all = make('div', {}, said, box);
    // What is chosen comes first: it may be far down the list.
    all.show = function (fit, chosen) {
      var some = rows.filter(fit);
      some = some.filter(chosen).concat(some.filter(function (one) { return !chosen(one); }));
      Array.prototype.slice.call(box.children, 1).forEach(function (child) { box.removeChild(child); });
      some.slice(0, LISTED).forEach(function (one) { box.append(row(one)); });
      box.hidden = !some.length;
      said.textContent = some.length > LISTED ? data.word('b_found_first', { n: some.length, shown: LISTED })
        : some.length ? data.word('b_found', { n: some.length }) : data.word('count_none');
    };
    return all;
  }

  function pick(type, name, one, checked, act, lines) {
    var box = make('input', { type: type, name: name, value: one.id });
    box.checked = checked;
    box.addEventListener('change', function () { act(one.id, box.checked); });
    return make('label', { 'class': 'pick' }, box, make('span', { 'class': 'pick-text' }, lines[0], ' ', lines[1]));
  }

  function targets(state, changed) {
    var regions = [];
    data.targets.forEach(function (target) {
      if (!regions.some(function (region) { return region[0] === target.region; })) { regions.push([target.region, target.region_name]); }
    });
    var query = own.input(state, 'query', { type: 'search', enterkeyhint: 'search' }, search);
    var plan = own.select(state, 'plan', [['', data.word('plans_all')]].concat(data.plans.map(function (one) { return [one.id, one.name]; })), search);
    var region = own.select(state, 'region', [['', data.word('b_region_all')]].concat(regions), search);
    var chosen = make('div', { 'class': 'chosen' });
    var list = found('b_targets', data.targets, function (target) {
      return pick(state.several ? 'checkbox' : 'radio', 'target', target, state.targets.indexOf(target.id) >= 0, choose, [
        make('span', { 'class': 'row-line' }, make('span', { 'class': 'row-name' }, target.full_name), ' ',
          make('span', { 'class': 'row-due' }, parts.diamond(), target.due)),
        make('span', { 'class': 'row-line row-more' }, make('span', {}, [data.find(data.plans, target.plan).name, data.word('year', { n: target.deadline })].join(' \u00b7 ')))
      ]);
    });
    function search() {
      list.show(function (target) {
        return (!state.plan || target.plan === state.plan) && (!state.region || target.region === state.region) && fits(target.haystack, state.query);
      }, function (target) { return state.targets.indexOf(target.id) >= 0; });
    }
    function choose(id, on) {
      var others = state.several ? state.targets.filter(function (one) { return one !== id; }) : [];
      state.targets = on ? others.concat(id) : others;
      tell();
      changed();
    }
    function tell() {
      parts.empty(chosen);
      var names = make('ul', { 'class': 'tags', 'aria-label': data.word('b_chosen') });
      state.targets.forEach(function (id) {
        var target = data.find(data.targets, id);
        var item = make('li', { 'class': 'tag' }, make('span', {}, target.full_name, ' ', make('strong', { 'class': 'row-due' }, parts.diamond(), target.due), ' ', data.word('year', { n: target.deadline })));
        if (state.several) {
          var button = make('button', { type: 'button', 'class': 'tag-off', 'aria-label': data.word('b_remove', { name: target.full_name }) }, '\u00d7');
          button.addEventListener('click', function () {
            choose(id, false);
            search();
            query.focus();
          });
          item.append(button);
        }
        names.append(item);
      });
      chosen.append(make('p', { 'class': 'note' }, data.word(state.targets.length ? 'b_chosen' : 'b_none_chosen')));
      if (state.targets.length) { chosen.append(names); }
    }
    var several = own.check(state, 'several', 'b_more_targets', function () {
      if (!state.several) { state.targets = state.targets.slice(-1); }
      search();
      tell();
      changed();
    });
    search();
    tell();
    return make('div', {}, chosen,
      make('div', { 'class': 'fields' }, own.field('b_find', query, 'field-whole'), own.field('b_plan', plan), own.field('b_region', region)), list, several);
  }

  function indicators(state, changed) {
    var shared = data.indicators.slice().sort(function (a, b) { return b.targets.length - a.targets.length; });
    var query = own.input(state, 'query', { type: 'search', enterkeyhint: 'search' }, search);
    var list = found('b_indicators', shared, function (indicator) {
      var regions = indicator.targets.map(function (target) { return target.region_name; });
      return pick('radio', 'indicator', indicator, state.indicator === indicator.id, function (id) {
        state.indicator = id;
        changed();
      }, [
        make('span', { 'class': 'row-name' }, indicator.name),
        make('span', { 'class': 'row-more' }, regions.filter(function (name, at) { return regions.indexOf(name) === at; }).join(data.word('comma')))
      ]);
    });
    function search() {
      list.show(function (indicator) { return fits(indicator.haystack, state.query); }, function (indicator) { return indicator.id === state.indicator; });
    }
    search();
    return make('div', {}, make('div', { 'class': 'fields' }, own.field('b_find_indicator', query, 'field-whole')), list);
  }

  return { views: views, subject: subject, ofTargets: ofTargets, VIEWS: VIEWS };
})();
