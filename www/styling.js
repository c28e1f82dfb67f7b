// The page on styling: shows a theme, and what a reader sets, on the chart, and the code for it. Its words stand in the page.
(function () {
  'use strict';

  var byId = function (id) { return document.getElementById(id); };
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  var chart = byId('live');
  var inputs = all('#properties [data-property]');
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  var theme = null;
  // What was set, by property.
  var own = {};

  function picked(name) { return document.querySelector('input[name="' + name + '"]:checked').value; }

  /** The code to paste, and what each field stands at. */
  function tell() {
    var name = picked('theme');
    var look = picked('look');
    var night = look === 'dark' || (look === 'auto' && dark.matches);
    byId('link-block').hidden = !name;
    byId('link-code').textContent = '<link rel="stylesheet" href="themes/' + name + '.css">';
    var lines = Object.keys(own).map(function (property) { return '  ' + property + ': ' + own[property] + ';\n'; });
    byId('css-block').hidden = !lines.length && Boolean(name);
    byId('css-code').textContent = 'indicator-chart {\n' + (lines.join('') || '  --indicator-observed: #0b5cad;\n') + '}';
    byId('reset').disabled = !name && !lines.length;
    byId('said').textContent = '';
    var style = getComputedStyle(chart);
    inputs.forEach(function (input) {
      var value = style.getPropertyValue(input.dataset.property).trim();
      if (input.type === 'color') input.value = value || input.dataset[night ? 'dark' : 'light'];
      else if (!value) input.selectedIndex = 0;
      else input.value = value;
    });
  }

  function wear() {
    if (theme) theme.parentNode.removeChild(theme);
    theme = null;
    var name = picked('theme');
    if (name) {
      theme = document.createElement('link');
      theme.rel = 'stylesheet';
      theme.href = 'themes/' + name + '.css';
      theme.onload = tell;
      document.head.appendChild(theme);
    }
    tell();
  }

  function look() {
    var now = picked('look');
    document.documentElement.setAttribute('data-theme', now);
    all('indicator-chart').forEach(function (one) { one.setAttribute('theme', now); });
    tell();
  }

  function set(input) {
    own[input.dataset.property] = input.value;
    chart.style.setProperty(input.dataset.property, input.value);
    tell();
  }

  function reset() {
    Object.keys(own).forEach(function (property) { chart.style.removeProperty(property); });
    own = {};
    document.querySelector('input[name="theme"]').checked = true;
    wear();
  }

  function copy() {
    var codes = all('#link-code, #css-code').filter(function (code) { return code.offsetParent; });
    var text = codes.map(function (code) { return code.textContent; }).join('\n');
    var words = byId('copy').dataset;
    var say = function (what) { byId('said').textContent = what; };
    // Where the clipboard is closed to the page the code is selected: one key copies it.
    var select = function () {
      window.getSelection().selectAllChildren(codes.length > 1 ? codes[1] : codes[0]);
      say(words.marked);
    };
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(function () { say(words.done); }, select);
    else select();
  }

  byId('themes').addEventListener('change', wear);
  byId('looks').addEventListener('change', look);
  byId('properties').addEventListener('input', function (event) { set(event.target); });
  byId('reset').addEventListener('click', reset);
  byId('copy').addEventListener('click', copy);
  dark.addListener(tell);
  // A browser may keep what was picked before the page was loaded again.
  look();
  wear();
  document.documentElement.setAttribute('data-ready', '');
}());
