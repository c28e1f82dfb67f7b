// The page on events: its slider moves three charts, and what the charts tell stands in a list. Its words stand in the page.
(function () {
  'use strict';

  // So many of the latest events are kept in sight.
  var KEPT = 8;

  var byId = function (id) { return document.getElementById(id); };
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  var slider = byId('growth');
  var driven = all('.driven');
  var due = 0;

  /** Once a frame, however often the slider tells. */
  function drive() {
    due = 0;
    var growth = slider.value + '%';
    byId('shown').textContent = growth;
    slider.setAttribute('aria-valuetext', growth);
    driven.forEach(function (chart) { chart.setAttribute('growth', growth); });
  }

  /** What an event tells, on a line; an element is told by its id. */
  function tell(event) {
    var line = document.createElement('li');
    var code = document.createElement('code');
    var detail = JSON.stringify(event.detail, function (name, value) { return value && value.nodeType ? '#' + value.id : value; });
    code.textContent = event.type + ' #' + event.target.id + ' ' + detail;
    line.appendChild(code);
    var log = byId('log');
    log.insertBefore(line, log.firstChild);
    while (log.children.length > KEPT) log.removeChild(log.lastChild);
  }

  function link() {
    all('.member').forEach(function (chart) {
      if (byId('linked').checked) chart.setAttribute('group', 'assumption');
      else chart.removeAttribute('group');
    });
  }

  function speak() {
    document.documentElement.lang = document.querySelector('input[name="lang"]:checked').value;
  }

  ['indicator-ready', 'indicator-change', 'indicator-error'].forEach(function (type) { document.addEventListener(type, tell); });
  slider.addEventListener('input', function () { if (!due) due = requestAnimationFrame(drive); });
  byId('linked').addEventListener('change', link);
  byId('languages').addEventListener('change', speak);
  // A browser may keep what was set before the page was loaded again.
  speak();
  drive();
  link();
  document.documentElement.setAttribute('data-ready', '');
}());
