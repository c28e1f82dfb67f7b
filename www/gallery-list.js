// Lists of targets and indicators: rows to open, and the filter above them.
var galleryList = (function () {
  'use strict';

  var parts = galleryParts;
  var data = galleryData;
  var make = parts.make;

  function stateText(target) {
    var text = target.values ? data.word('row_some', { n: target.values }) : data.word('row_none');
    return target.state === 'value' || target.state === 'none' ? text : data.word('state_' + target.state) + ' \u00b7 ' + text;
  }

  function mark(target) {
    return make('span', { 'class': 'row-state state-' + target.state }, parts.symbol(target.state), stateText(target));
  }

  /** A row that opens a target; among targets of other plans (`name` is what tells it from those), with its plan. */
  function targetRow(target, name) {
    var more = [name ? data.find(data.plans, target.plan).name : '', data.word('year', { n: target.deadline }), data.word('kind_' + target.kind)];
    return make('li', {}, make('a', { href: '#target/' + target.id, 'class': 'row' },
      make('span', { 'class': 'row-line' },
        make('span', { 'class': 'row-name' }, name || target.name), ' ',
        make('span', { 'class': 'row-due' }, parts.diamond(), target.due)), ' ',
      make('span', { 'class': 'row-line row-more' },
        make('span', {}, more.filter(Boolean).join(' \u00b7 ')), ' ', mark(target))));
  }

  /** A row that opens an indicator. */
  function indicatorRow(indicator) {
    var regions = indicator.targets.map(function (target) { return target.region_name; });
    return make('li', {}, make('a', { href: '#indicator/' + indicator.id, 'class': 'row' },
      make('span', { 'class': 'row-name' }, indicator.name), ' ',
      make('span', { 'class': 'row-more' }, regions.filter(function (name, at) { return regions.indexOf(name) === at; }).join(data.word('comma')),
        ' \u00b7 ', data.word('targets', { n: indicator.targets.length }))));
  }

  function fits(haystack, query) {
    return parts.fold(query).split(/\s+/).filter(Boolean).every(function (term) { return haystack.indexOf(term) >= 0; });
  }

  function field(label, control, className) {
    return make('label', { 'class': 'field ' + (className || '') }, make('span', {}, data.word(label)), control);
  }

  function select(name, options) {
    var box = make('select', { name: name });
    options.forEach(function (option) { box.append(make('option', { value: option[0] }, option[1])); });
    return box;
  }

  function themes(targets) {
    var seen = {};
    return targets.filter(function (target) {
      var fresh = target.theme && !seen[target.theme];
      seen[target.theme] = true;
      return fresh;
    }).map(function (target) { return [target.theme, target.theme_name || target.theme]; });
  }

  /** What there is to choose of what is known: anything, something, or one of the states that occur. */
  function states(targets) {
    return [['', data.word('values_all')], ['some', data.word('values_some')]].concat(data.tally(targets).map(function (pair) {
      return [pair[0], data.word('state_' + pair[0])];
    }));
  }

  /** The search field of all pages. */
  function searchField() {
    return make('input', { type: 'search', name: 'q', autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'search' });
  }

  /** Says a text once the typing has stopped, not for each letter. */
  function status(className) {
    var box = make('p', { 'class': className, role: 'status' });
    var timer = 0;
    box.tell = function (text) {
      clearTimeout(timer);
      timer = setTimeout(function () { box.textContent = text; }, box.textContent ? 300 : 0);
    };
    return box;
  }

  /**
   * The targets of `plans`, a list for each, below a filter. `state` holds what is asked ({q, plan, topic, values}) and
   * is kept up to date; `changed` is called after each change.
   */
  function filtered(plans, state, changed) {
    var all = plans.reduce(function (list, plan) { return list.concat(plan.targets); }, []);
    var form = make('form', { 'class': 'filters', role: 'search' }, field('search', searchField(), 'field-search'));
    var several = plans.length > 1;
    if (several) {
      form.append(field('plan', select('plan', [['', data.word('plans_all')]].concat(plans.map(function (plan) { return [plan.id, plan.name]; })))));
    }
    form.append(field('topic', select('topic', [['', data.word('topic_all')]].concat(themes(all)))),
      field('values', select('values', states(all))),
      make('button', { type: 'reset', 'class': 'button' }, data.word('reset')));
    var count = status('count');
    var box = make('div', { 'class': 'list' });
    var rows = [];
    plans.forEach(function (plan) {
      var items = make('ol', { 'class': 'rows' });
      plan.targets.forEach(function (target) {
        var item = targetRow(target);
        rows.push({ target: target, item: item });
        items.append(item);
      });
      box.append(several ? make('section', { 'class': 'plan', 'aria-labelledby': 'list-' + plan.id },
        make('header', { 'class': 'plan-head' }, make('h2', { id: 'list-' + plan.id }, make('a', { href: '#plan/' + plan.id }, plan.name)),
          make('p', {}, [plan.region_name, data.period(plan), data.word('targets', { n: plan.targets.length })].join(' \u00b7 '))), items)
        : make('div', { 'class': 'plan' }, items));
    });

    function show() {
      var shown = 0;
      Array.prototype.forEach.call(form.elements, function (control) {
        if (!control.name) { return; }
        if (control.value !== state[control.name]) { control.value = state[control.name]; }
        // An address may name what there is not.
        if (control.value !== state[control.name]) { control.value = state[control.name] = ''; }
      });
      form.querySelector('[type="reset"]').disabled = !(state.q || state.plan || state.topic || state.values);
      rows.forEach(function (row) {
        var target = row.target;
        var fit = (!several || !state.plan || target.plan === state.plan) && (!state.topic || target.theme === state.topic) &&
          (!state.values || target.state === state.values || (state.values === 'some' && target.values > 0)) && fits(target.haystack, state.q);
        row.item.hidden = !fit;
        shown += fit ? 1 : 0;
      });
      box.querySelectorAll('.plan').forEach(function (part) { part.hidden = !part.querySelector('li:not([hidden])'); });
      count.tell(shown ? data.word('count', { shown: shown, all: all.length }) : data.word('count_none'));
    }
    function take(event) {
      var control = event.target;
      state[control.name] = control.value.trim() ? control.value : '';
      show();
      changed();
    }
    form.addEventListener('input', take);
    form.addEventListener('change', take);
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    form.addEventListener('reset', function (event) {
      event.preventDefault();
      state.q = state.plan = state.topic = state.values = '';
      show();
      changed();
      form.elements.q.focus();
    });
    show();
    return [form, count, box];
  }

  return { targetRow: targetRow, indicatorRow: indicatorRow, stateText: stateText, mark: mark, fits: fits, field: field, searchField: searchField, status: status,
    filtered: filtered };
})();
