// What jQuery 1 and its plugins do to a page, in short: `$` and `jQuery`, handlers on the document for what happens anywhere in it,
// an own `event`, elements given data and styles by the plugins.
(function () {
  var $ = window.$ = window.jQuery = function (what) {
    if (typeof what === 'function') {
      if (document.readyState === 'complete') what($);
      else document.addEventListener('DOMContentLoaded', function () { what($); });
    }
    return { 0: document, length: 1, each: function () { return this; } };
  };
  $.fn = {};
  $.each = function (list, fn) { for (var i = 0; i < list.length; i += 1) fn.call(list[i], i, list[i]); };
  // Delegated events, each plugin its own; what is in a shadow tree reaches them as the element.
  var types = ['click', 'mousedown', 'mousemove', 'keydown', 'input', 'change', 'focusin', 'focusout', 'touchstart'];
  $.each(types, function (at, type) {
    document.addEventListener(type, function (event) {
      var name = event.target.tagName.toLowerCase();
      var value = event.target.value;
      if (name === 'a' && value) event.preventDefault();
    }, true);
  });
  // Pages that close what is open at any click.
  document.onclick = function () { return true; };
  window.event = undefined;
  $(function () { document.documentElement.className += ' js'; });
}());
