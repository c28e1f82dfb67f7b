// What the builder's parts are made of: fields, lists of choices, the copying of a long text.
var builderParts = (function () {
  'use strict';

  var parts = galleryParts;
  var data = galleryData;
  var make = parts.make;

  // A sketch of each kind of chart, 40 by 24: lines, and what is filled.
  var SKETCHES = {
    trajectory: ['M3 20L11 15L19 16L27 9', 'M33 3L36 6L33 9L30 6Z'],
    progress: ['M3 8H37M3 16H37M30 4V20', 'M3 9H21V15H3Z'],
    compact: ['M3 12H37M32 8V16', 'M3 10H22V14H3Z'],
    comparison: ['M3 6H37M3 12H37M3 18H37', 'M14 4h4v4h-4zM24 10h4v4h-4zM9 16h4v4h-4z'],
    scorecard: ['M3 3H18V11H3ZM22 3H37V11H22ZM3 14H18V21H3ZM22 14H37V21H22Z', 'M5 6h6v2h-6zM24 6h6v2h-6zM5 17h6v2h-6zM24 17h6v2h-6z'],
    timeline: ['M3 17H37M9 17V8M20 17V11M31 17V5', 'M7 5h4v4h-4zM18 8h4v4h-4zM29 2h4v4h-4z'],
    table: ['M3 3H37V21H3ZM3 9H37M3 15H37M15 3V21', 'M3 3H37V9H3Z']
  };

  function sketch(name) {
    var sign = parts.svg('svg', { 'class': 'sketch', viewBox: '0 0 40 24', 'aria-hidden': 'true', focusable: 'false' });
    sign.append(parts.svg('path', { 'class': 'sketch-lines', d: SKETCHES[name][0] }), parts.svg('path', { d: SKETCHES[name][1] }));
    return sign;
  }

  /** A field with its label; `word` is the label's key. */
  function field(word, control, className) {
    return make('label', { 'class': 'field ' + (className || '') }, make('span', {}, data.word(word)), control);
  }

  /** A list of [value, text] pairs; `state[name]` is what is chosen of it. */
  function select(state, name, options, changed) {
    var box = make('select', { name: name });
    options.forEach(function (option) { box.append(make('option', { value: option[0] }, option[1])); });
    box.value = state[name];
    box.addEventListener('change', function () {
      state[name] = box.value;
      changed();
    });
    return box;
  }

  /** A field to type in, for `state[name]`. */
  function input(state, name, attributes, changed) {
    var box = make('input', Object.assign({ type: 'text', name: name, autocomplete: 'off', spellcheck: 'false' }, attributes));
    box.value = state[name];
    box.addEventListener('input', function () {
      state[name] = box.value.trim();
      changed();
    });
    return box;
  }

  function check(state, name, word, changed, className) {
    var box = make('input', { type: 'checkbox', name: name });
    box.checked = state[name];
    box.addEventListener('change', function () {
      state[name] = box.checked;
      changed();
    });
    return make('label', { 'class': 'tick ' + (className || '') }, box, make('span', {}, data.word(word)));
  }

  /** One of several to choose, all in sight: [value, text] pairs; those of `sketched` have a picture. */
  function tiles(state, name, legend, options, sketched, changed) {
    var box = make('fieldset', { 'class': 'tiles' }, make('legend', {}, data.word(legend)));
    options.forEach(function (option) {
      var radio = make('input', { type: 'radio', name: name, value: option[0] });
      radio.checked = state[name] === option[0];
      radio.addEventListener('change', function () {
        state[name] = option[0];
        changed();
      });
      box.append(make('label', { 'class': 'tile' }, radio, sketched ? sketch(option[0]) : '', make('span', {}, option[1])));
    });
    return box;
  }

  /** Calls `act` once nothing has been asked for so long, in milliseconds. */
  function later(act, time) {
    var timer = 0;
    return function () {
      clearTimeout(timer);
      timer = setTimeout(act, time);
    };
  }

  /** Copies what is in the textarea; tells `done` true, or false where the reader has to press the keys: the text is selected then. */
  function copy(area, done) {
    function bySelection() {
      var copied = false;
      area.focus();
      area.select();
      try { copied = document.execCommand('copy'); } catch (_) { copied = false; }
      done(copied);
    }
    // Absent on pages served without https.
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(area.value).then(function () { done(true); }, bySelection);
    } else {
      bySelection();
    }
  }

  return { field: field, select: select, input: input, check: check, tiles: tiles, later: later, copy: copy };
})();
