// A clock for the hall's page that runs as the machine's does and can be put forward: what is due by then happens at once, in order.
// And a screen that can be kept on: `hallLocks` are the locks that were asked for.
(function () {
  'use strict';
  var ahead = 0;
  var next = 1;
  var timers = new Map();

  function elapsed() { return performance.now() + ahead; }

  function fire(id) {
    var timer = timers.get(id);
    if (!timer) return;
    timers.delete(id);
    clearTimeout(timer.real);
    timer.act();
  }

  window.hallLocks = [];
  Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request: function (kind) {
    var lock = { kind: kind, released: false };
    window.hallLocks.push(lock);
    return Promise.resolve(lock);
  } } });

  window.hallClock = {
    now: function () { return Date.now() + ahead; },
    elapsed: elapsed,
    later: function (wait, act) {
      var id = next;
      next += 1;
      timers.set(id, { at: elapsed() + wait, act: act, real: setTimeout(function () { fire(id); }, wait) });
      return id;
    },
    cancel: function (id) {
      var timer = timers.get(id);
      if (timer) clearTimeout(timer.real);
      timers.delete(id);
    },
    /** Puts the clock forward by `time` milliseconds. */
    advance: function (time) {
      ahead += time;
      for (;;) {
        var due = Array.from(timers.keys()).filter(function (id) { return timers.get(id).at <= elapsed(); });
        if (!due.length) return;
        due.sort(function (a, b) { return timers.get(a).at - timers.get(b).at; });
        fire(due[0]);
      }
    },
    /** How many timers are waiting. */
    waiting: function () { return timers.size; },
  };
}());
