// The code to paste, its form, the files that go with it.
var builderCode = (function () {
  'use strict';

  var FORMS = ['element', 'div', 'img', 'iframe', 'cdn'];
  var SCRIPTS = ['indicator-widgets.js', 'indicator-widgets.nowasm.js', 'indicator-static.css'];
  var TYPES = { svg: 'image/svg+xml', html: 'text/html' };
  var ENDINGS = { img: 'svg', iframe: 'html' };
  var parts = galleryParts;
  var data = galleryData;
  var own = builderParts;
  var make = parts.make;

  /** What of the options depends on the form. */
  function options(state) {
    var ending = ENDINGS[state.form];
    var src = state.form === 'cdn' ? state.far : state.src || SCRIPTS[0];
    var name = function (address) { return address.split(/[?#]/)[0].split('/').pop(); };
    return {
      form: state.form,
      src: src,
      sheet: state.sheet ? '' : 'none',
      file: ending ? state[ending] : '',
      // A file that was given another name is taken for the script all the same.
      hashes: state.form === 'cdn' ? [IndicatorBuilder.hashes[SCRIPTS[2]], IndicatorBuilder.hashes[name(src)] || IndicatorBuilder.hashes[SCRIPTS[0]]] : []
    };
  }

  function download(name, text) {
    var link = make('a', { 'class': 'button', href: text === undefined ? name : URL.createObjectURL(new Blob([text], { type: TYPES[name.split('.').pop()] })), download: name }, data.word('file', { file: name }));
    return make('li', {}, link);
  }

  /** The part of the page: `box.update(answer)`, where the answer is { text, files } or { wrong }. */
  function box(state, changed) {
    var forms = FORMS.map(function (form) { return [form, data.word('b_form_' + form)]; });
    var settings = make('div', { 'class': 'fields' });
    var about = make('p', { 'class': 'note' });
    var wrong = make('p', { 'class': 'notice', id: 'wrong', role: 'status', hidden: '' });
    var steps = make('div', { 'class': 'to-do' });
    var area = make('textarea', { id: 'snippet', 'class': 'snippet', rows: '9', readonly: '', spellcheck: 'false', wrap: 'off', 'aria-label': data.word('b_code_label') });
    var size = make('p', { 'class': 'note', id: 'size' });
    var said = make('span', { 'class': 'note', role: 'status', id: 'copied' });
    var button = make('button', { type: 'button', 'class': 'button primary', id: 'copy' }, data.word('b_code'));
    var given = [];

    button.addEventListener('click', function () {
      own.copy(area, function (copied) { said.textContent = data.word(copied ? 'b_copied' : 'copy_select'); });
    });
    function fields() {
      parts.empty(settings);
      var ending = ENDINGS[state.form];
      if (ending) { settings.append(own.field('b_file', own.input(state, ending, {}, changed), 'field-whole')); }
      if (state.form !== 'img') {
        settings.append(own.field('b_src', state.form === 'cdn' ? own.input(state, 'far', { type: 'url', inputmode: 'url', placeholder: 'https://' }, changed) : own.input(state, 'src', {}, changed), 'field-whole'),
          own.check(state, 'sheet', 'b_sheet', changed, 'field-whole'));
      }
      about.textContent = data.word('b_for_' + state.form);
    }
    var picked = own.tiles(state, 'form', 'b_form', forms, false, function () {
      fields();
      changed();
    });
    fields();
    var all = make('div', {}, picked, about, settings, wrong, steps,
      area, size, make('p', { 'class': 'actions' }, button, said));

    function list(files) {
      var items = make('ul', { 'class': 'downloads' });
      files.forEach(function (file) { items.append(file); });
      return items;
    }
    all.update = function (answer) {
      given.forEach(function (link) { URL.revokeObjectURL(link.href); });
      parts.empty(steps);
      said.textContent = '';
      wrong.hidden = !answer.wrong;
      wrong.textContent = answer.wrong || '';
      area.value = answer.text || '';
      button.disabled = !answer.text;
      size.textContent = answer.text ? data.word('b_size', { n: Math.max(1, Math.round(answer.text.length / 1024)) }) : '';
      if (!answer.text) { return; }
      var files = answer.files.map(function (file) { return download(file.name, file.text); });
      given = files.map(function (item) { return item.firstChild; });
      var scripts = state.form === 'img' ? [] : SCRIPTS.slice(0, state.sheet ? 3 : 2).map(function (name) { return download(name); });
      steps.append(make('p', {}, data.word(state.form === 'cdn' ? 'b_files_cdn' : 'b_files')), list(files.concat(scripts)),
        make('p', {}, data.word(state.view === 'compact' ? 'b_then_line' : 'b_then')));
    };
    return all;
  }

  /** Why there is nothing to paste, in words; `error` is what the core threw. */
  function why(error, state) {
    if (typeof error.code !== 'string') { return data.word('b_fault_inside'); }
    if (error.code !== 'refused') { return error.message; }
    return data.word('b_refused_' + error.message.replace(/-/g, '_'), { ending: ENDINGS[state.form] });
  }

  return { box: box, options: options, why: why };
})();
