// Before the hall's page, after its clock: what happens to a machine in months. The address says what holds from the beginning:
// `?storage=full`, `?storage=forbidden`, `?clock=1970-01-01`, `?mute` (no chart ever says that it is ready).
(function () {
  'use strict';
  var asked = new URLSearchParams(location.search);
  var months = { mute: asked.has('mute'), lose: 0, lost: 0, hidden: false };
  window.__months = months;

  var clock = window.hallClock;
  var machine = clock.now;
  var jump = asked.get('clock') ? new Date(asked.get('clock') + 'T12:00').getTime() - machine() : 0;
  clock.now = function () { return machine() + jump; };
  /** Somebody sets the clock by so many milliseconds. */
  months.set = function (time) { jump += time; };

  // A timer of `lose` milliseconds is never called.
  var later = clock.later;
  clock.later = function (wait, act) {
    if (!months.lose || wait !== months.lose) return later(wait, act);
    months.lost += 1;
    // In 23 days: browsers count no further.
    return later(2e9, act);
  };

  window.addEventListener('indicator-ready', function (event) { if (months.mute) event.stopImmediatePropagation(); }, true);

  Object.defineProperty(document, 'hidden', { configurable: true, get: function () { return months.hidden; } });
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: function () { return months.hidden ? 'hidden' : 'visible'; } });
  /** The page is hidden or shown. */
  months.hide = function (hidden) {
    months.hidden = hidden;
    document.dispatchEvent(new Event('visibilitychange'));
  };

  /** What the watchdog keeps. */
  months.health = function () { return window.name.indexOf('hall ') ? { restarts: 0, reloads: 0, lastFaults: [] } : JSON.parse(window.name.slice(5)); };

  function refuse(name) { throw new DOMException('refused by the test', name); }
  if (asked.get('storage') === 'full') Storage.prototype.setItem = function () { refuse('QuotaExceededError'); };
  if (asked.get('storage') === 'forbidden') {
    ['localStorage', 'sessionStorage', 'indexedDB'].forEach(function (name) { Object.defineProperty(window, name, { get: function () { refuse('SecurityError'); } }); });
  }
}());
