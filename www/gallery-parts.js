// The gallery's building parts: DOM nodes, dates, language negotiation, copying. They know no data and no words.
var galleryParts = (function () {
  'use strict';

  /** An element with attributes and children (nodes or text); no HTML strings, so that strict pages allow it. */
  function make(tag, attributes) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    for (var i = 2; i < arguments.length; i += 1) {
      if (arguments[i] !== null) { element.append(arguments[i]); }
    }
    return element;
  }

  function empty(element) { while (element.firstChild) { element.removeChild(element.firstChild); } }

  function diamond() { return make('span', { 'class': 'diamond', 'aria-hidden': 'true' }, '\u25c6'); }

  function svg(tag, attributes) {
    var element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    return element;
  }

  // The charts' own symbols: a disc, a tick, a triangle, a cross, a ring. Half a disc (`value`): values, but no verdict yet.
  var SYMBOLS = {
    met: 'M8 3A5 5 0 0 1 8 13A5 5 0 0 1 8 3Z', on_track: 'M3 8.5L6.5 12L13 4.5', at_risk: 'M8 3L14 13H2Z', off_track: 'M4 4L12 12M12 4L4 12',
    missed: 'M4 4L12 12M12 4L4 12', value: 'M8 3A5 5 0 0 1 8 13A5 5 0 0 1 8 3Z', none: 'M8 3A5 5 0 0 1 8 13A5 5 0 0 1 8 3Z'
  };

  /** The symbol called `name`, in the colour of the text around it. */
  function symbol(name) {
    var sign = svg('svg', { 'class': 'symbol symbol-' + name, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' });
    sign.append(svg('path', { d: SYMBOLS[name] }));
    if (name === 'value') { sign.append(svg('path', { 'class': 'half', d: 'M8 3A5 5 0 0 0 8 13Z' })); }
    return sign;
  }

  /** One dot for each target, `filled` of them full: how much of a plan is known, at a glance. */
  function dots(total, filled) {
    var wide = 20;
    var field = svg('svg', { 'class': 'dots', viewBox: '0 0 ' + wide * 8 + ' ' + Math.ceil(total / wide) * 8, 'aria-hidden': 'true', focusable: 'false' });
    for (var i = 0; i < total; i += 1) {
      field.append(svg('circle', { cx: (i % wide) * 8 + 4, cy: Math.floor(i / wide) * 8 + 4, r: 2.5, 'class': i < filled ? 'full' : 'open' }));
    }
    return field;
  }

  /** A part of a page: a box with a heading, which names it. */
  function section(id, heading, className) {
    return make('section', { 'class': className || 'card', 'aria-labelledby': id }, make('h2', { id: id }, heading));
  }

  /** A description list of [term, description] pairs; pairs without a description are left out. */
  function facts(className, pairs) {
    var list = make('dl', { 'class': className });
    pairs.forEach(function (pair) {
      if (pair[1]) { list.append(make('div', {}, make('dt', {}, pair[0]), make('dd', {}, pair[1]))); }
    });
    return list;
  }

  /** Traditional or Simplified by script, never by the first two letters alone; English for all other languages. */
  function negotiate(wanted) {
    for (var i = 0; i < wanted.length; i += 1) {
      var tag = String(wanted[i]).replace(/_/g, '-').toLowerCase();
      if (/^en\b/.test(tag)) { return 'en'; }
      if (/^(zh|yue|cmn)\b/.test(tag)) {
        if (/-hans\b/.test(tag)) { return 'zh-Hans'; }
        return /-(hant|tw|hk|mo)\b|^yue\b/.test(tag) ? 'zh-Hant' : 'zh-Hans';
      }
    }
    return 'en';
  }

  /** A date or the part of it that is known (2023, 2023-07, 2023-07-13), as the page's language writes it. */
  function dateText(iso, lang) {
    if (!iso) { return ''; }
    var parts = iso.split('-').map(Number);
    var options = { timeZone: 'UTC', year: 'numeric' };
    if (parts.length > 1) { options.month = 'long'; }
    if (parts.length > 2) { options.day = 'numeric'; }
    return new Intl.DateTimeFormat(lang, options).format(new Date(Date.UTC(parts[0], (parts[1] || 1) - 1, parts[2] || 1)));
  }

  /** One spelling for what looks alike: full-width forms, letter case. */
  function fold(text) { return text.normalize('NFKC').toLowerCase(); }

  /**
   * Copies the text of an element; answers true by the callback once it is on the clipboard, false when the reader
   * has to press the keys: then the text stands selected.
   */
  function copy(element, done) {
    function bySelection() {
      var selection = window.getSelection();
      var range = document.createRange();
      var copied = false;
      range.selectNodeContents(element);
      selection.removeAllRanges();
      selection.addRange(range);
      try { copied = document.execCommand('copy'); } catch (_) { copied = false; }
      done(copied);
    }
    // Absent on pages served without https, and below Chromium 66.
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(element.textContent).then(function () { done(true); }, bySelection);
    } else {
      bySelection();
    }
  }

  return { make: make, empty: empty, diamond: diamond, svg: svg, symbol: symbol, dots: dots, section: section, facts: facts, negotiate: negotiate, dateText: dateText, fold: fold, copy: copy };
})();
