// First script of every test page: keeps what the page says on the console and what goes wrong in it,
// for browsers whose driver tells nothing of either, and the names of the globals before any other script.
(function () {
  'use strict';
  var watched = { messages: [], events: [], globals: [] };
  window.__watched = watched;
  function keep(kind, text) { watched.messages.push(kind + ': ' + text); }
  ['log', 'info', 'warn', 'error', 'debug', 'trace', 'assert', 'table', 'dir', 'group'].forEach(function (kind) {
    var old = console[kind];
    console[kind] = function () {
      if (kind !== 'assert' || !arguments[0]) { keep('console.' + kind, Array.prototype.map.call(arguments, String).join(' ')); }
      return old.apply(console, arguments);
    };
  });
  window.addEventListener('error', function (event) {
    var from = event.target && event.target !== window ? (event.target.src || event.target.href) : event.filename + ':' + event.lineno;
    keep('error', (event.message || 'not loaded') + ' (' + from + ')');
  }, true);
  window.addEventListener('unhandledrejection', function (event) { keep('unhandled rejection', String(event.reason && event.reason.stack || event.reason)); });
  document.addEventListener('securitypolicyviolation', function (event) {
    keep('policy', event.violatedDirective + ' refused ' + event.blockedURI + ' (' + event.sourceFile + ':' + event.lineNumber + ')');
  });
  ['indicator-ready', 'indicator-change', 'indicator-error'].forEach(function (type) {
    document.addEventListener(type, function (event) {
      watched.events.push({ type: type, chart: event.target.id || event.target.getAttribute('target'), detail: event.detail || null,
        bubbles: event.bubbles, composed: event.composed });
    });
  });
  watched.globals = Object.getOwnPropertyNames(window);
}());
