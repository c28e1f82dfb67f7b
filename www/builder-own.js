// Values of the page's own: pasted, read at once, and said what of them was read and what was not. The reading is the core's.
var builderOwn = (function () {
  'use strict';

  var parts = galleryParts;
  var data = galleryData;
  var own = builderParts;
  var make = parts.make;

  /** Whether the chart can have values of its own: it is of one target. */
  function possible(state) {
    return builderPick.ofTargets(state) && state.targets.length === 1 && /^(trajectory|progress|compact|table)$/.test(state.view);
  }

  /** The field, and what is said of what stands in it: `box.update(options)`, which gives back the cells for the chart. */
  function box(state, changed) {
    var area = make('textarea', { id: 'pasted', rows: '7', spellcheck: 'false', autocomplete: 'off', 'aria-describedby': 'paste-here' });
    var said = make('div', { 'class': 'reading', id: 'reading' });
    var status = make('p', { 'class': 'read-status', role: 'status' });
    var soon = own.later(changed, 150);
    area.value = state.pasted;
    area.addEventListener('input', function () {
      state.pasted = area.value;
      soon();
    });
    var fill = button('b_paste_example', data.word('b_example'));
    var clear = button('b_paste_clear', '');
    function button(word, text) {
      var one = make('button', { type: 'button', 'class': 'button' }, data.word(word));
      one.addEventListener('click', function () {
        area.value = state.pasted = text;
        changed();
        area.focus();
      });
      return one;
    }
    var all = make('div', {}, make('p', { 'class': 'note', id: 'paste-here' }, data.word('b_paste_here'), ' ', data.word('b_own_private')),
      own.field('b_paste_field', area, 'field-area'), make('p', { 'class': 'actions' }, fill, clear), status, said);

    function list(faults) {
      var items = make('ul', { 'class': 'faults' });
      faults.forEach(function (fault) { items.append(make('li', {}, fault)); });
      return [make('h3', {}, data.word('b_read_faults')), items];
    }
    function table(values) {
      var body = make('tbody', {});
      values.forEach(function (value) {
        body.append(make('tr', {}, make('th', { scope: 'row' }, value[0]), make('td', {}, value[1]), make('td', {}, value[2])));
      });
      var head = make('tr', {});
      ['b_read_year', 'b_read_cell', 'b_read_value'].forEach(function (word) { head.append(make('th', { scope: 'col' }, data.word(word))); });
      return make('div', { 'class': 'read-scroll' }, make('table', { 'class': 'read' }, make('caption', { 'class': 'unseen' }, data.word('b_read_all')), make('thead', {}, head), body));
    }
    function tell(text) { if (status.textContent !== text) { status.textContent = text; } }

    all.update = function (options) {
      clear.disabled = !state.pasted;
      parts.empty(said);
      if (!state.pasted.trim() || !possible(state)) {
        tell(state.pasted.trim() ? data.word('b_own_one') : '');
        return [];
      }
      var found;
      try {
        found = IndicatorBuilder.check(options);
      } catch (_) {
        // An attribute with a wrong value: told of beside the code.
        tell('');
        return [];
      }
      var faults = found.faults.length;
      var read = found.read || data.word('b_read_none');
      tell(read.charAt(0).toUpperCase() + read.slice(1) + (faults ? ' ' + data.word('b_read_faults') + data.word('colon') + faults : ''));
      if (found.values.length) { said.append(table(found.values)); }
      if (faults) { list(found.faults).forEach(function (node) { said.append(node); }); }
      return found.values.length ? found.rows : [];
    };
    return all;
  }

  return { box: box, possible: possible };
})();
