// Charts in the gallery's pages, and the lines to paste for them.
var galleryCharts = (function () {
  'use strict';

  var SCRIPT = 'indicator-widgets.js';
  var parts = galleryParts;
  var data = galleryData;
  var make = parts.make;

  /** A chart in its box, as the page is set; `fallback` is shown until it is drawn. */
  function chart(attributes, fallback, className) {
    var all = Object.assign({}, attributes, { lang: data.lang, theme: data.theme });
    return make('div', { 'class': 'chart ' + (className || '') }, make('indicator-chart', all, fallback));
  }

  /** The chart of a page of the gallery, which puts what a reader chooses behind the page's address: #target/ID?method=drift. */
  function shared(page, attributes, fallback, className) {
    return chart(Object.assign({ id: page + '/' + attributes[page], share: 'link' }, attributes), fallback, className);
  }

  /** The two lines for a page; `fallback` stands where the chart can't be drawn. */
  function lines(attributes, fallback) {
    var given = Object.keys(attributes).map(function (name) { return name + '="' + attributes[name] + '"'; });
    return '<script src="' + SCRIPT + '" charset="utf-8" async></' + 'script>\n' +
      '<indicator-chart ' + given.concat('lang="' + data.lang + '"').join(' ') + '>' +
      fallback.replace(/&/g, '&amp;').replace(/</g, '&lt;') + '</indicator-chart>';
  }

  /** The address of the builder page, set to what `attributes` show. */
  function builder(attributes) {
    var query = new URLSearchParams(attributes);
    query.set('lang', data.lang);
    return 'builder.html?' + query.toString();
  }

  function copyButton(code, note) {
    var button = make('button', { type: 'button', 'class': 'button primary' }, data.word('copy'));
    var timer = 0;
    button.addEventListener('click', function () {
      parts.copy(code, function (copied) {
        button.textContent = data.word(copied ? 'copied' : 'copy');
        note.textContent = data.word(copied ? 'copied_long' : 'copy_select');
        clearTimeout(timer);
        timer = setTimeout(function () { button.textContent = data.word('copy'); }, 2500);
      });
    });
    return button;
  }

  /**
   * The lines to paste. `subject`: the attribute that says what is shown; `views`: [name, attributes] of what to choose
   * from, the first being what the page itself shows.
   */
  function pasteCard(subject, views, fallback) {
    var card = parts.section('paste-title', data.word('paste'), 'card paste');
    var code = make('code', {});
    var note = make('span', { 'class': 'note', role: 'status' });
    var preview = make('div', { 'class': 'preview' });
    var choice = make('div', { 'class': 'choice', role: 'group', 'aria-label': data.word('paste_view') });
    var buttons = views.map(function (view) {
      var button = make('button', { type: 'button', value: view[0] }, data.word('view_' + view[0]));
      button.addEventListener('click', function () { choose(view); });
      choice.append(button);
      return button;
    });
    var more = make('a', { id: 'paste-more' }, data.word('paste_more'));
    function choose(view) {
      var attributes = Object.assign({}, subject, view[1]);
      buttons.forEach(function (button) { button.setAttribute('aria-pressed', String(button.value === view[0])); });
      code.textContent = lines(attributes, fallback);
      note.textContent = '';
      more.setAttribute('href', builder(attributes));
      parts.empty(preview);
      // What the page shows already is not shown twice.
      if (view !== views[0]) { preview.append(chart(Object.assign({ controls: 'none' }, attributes), fallback, 'small')); }
    }
    choose(views[0]);
    card.append(
      make('p', { 'class': 'note' }, data.word('paste_how', { file: SCRIPT })), choice, preview,
      make('pre', { 'aria-label': data.word('paste_label'), role: 'group' }, code),
      make('p', { 'class': 'actions' }, copyButton(code, note),
        make('a', { 'class': 'button', href: SCRIPT, download: '' }, data.word('file', { file: SCRIPT })), note),
      make('p', { 'class': 'more' }, more));
    return card;
  }

  return { chart: chart, shared: shared, pasteCard: pasteCard };
})();
