// Before every other script of the soaked page: its time, which runs as fast as the page gets done what is due, and counts of what a page
// can keep too much of. A step of that time takes no frame of the browser's.
(function () {
  'use strict';
  var realNow = performance.now.bind(performance);
  // So many turns of promises follow one upon the other at most until a change is drawn.
  var TURNS = 60;
  // A month begins on a working day at nine.
  var BEGIN = new Date(2026, 0, 5, 9).getTime();
  var time = 0;
  var still = 0;
  var next = 1;
  var timers = new Map();
  var frames = new Map();
  var count = { timeouts: new Set(), intervals: new Set(), sights: 0, sizes: 0, listening: 0, cores: 0, errors: [], loads: 0 };
  var memory;

  window.hallClock = {
    now: function () { return BEGIN + time; },
    elapsed: function () { return time; },
    later: function (wait, act) {
      next += 1;
      timers.set(next, { at: time + Math.max(0, wait), act: act });
      return next;
    },
    cancel: function (id) { timers.delete(id); },
  };
  // Marks move by these.
  performance.now = function () { return time; };
  window.requestAnimationFrame = function (act) {
    next += 1;
    frames.set(next, act);
    return next;
  };
  window.cancelAnimationFrame = function (id) { frames.delete(id); };

  // The browser's own tells of sight with its next frame; this one at once.
  window.IntersectionObserver = function (tell) {
    var seen = new Set();
    var self = this;
    this.observe = function (node) {
      seen.add(node);
      count.sights += 1;
      Promise.resolve().then(function () { if (seen.has(node)) tell([{ isIntersecting: true, target: node }], self); });
    };
    this.unobserve = function (node) { if (seen.delete(node)) count.sights -= 1; };
    this.disconnect = function () {
      count.sights -= seen.size;
      seen.clear();
    };
  };

  var Sizes = window.ResizeObserver;
  window.ResizeObserver = function (tell) {
    var seen = new Set();
    var own = new Sizes(tell);
    var told = function () { count.sizes = seen.size; };
    this.observe = function (node) { seen.add(node); told(); own.observe(node); };
    this.unobserve = function (node) { seen.delete(node); told(); own.unobserve(node); };
    this.disconnect = function () { seen.clear(); told(); own.disconnect(); };
  };

  [['setTimeout', 'clearTimeout', 'timeouts'], ['setInterval', 'clearInterval', 'intervals']].forEach(function (names) {
    var set = window[names[0]];
    var clear = window[names[1]];
    window[names[0]] = function (act) {
      var more = Array.prototype.slice.call(arguments, 1);
      var id = set.apply(window, [function () {
        if (names[2] === 'timeouts') count.timeouts.delete(id);
        act.apply(null, arguments);
      }].concat(more));
      count[names[2]].add(id);
      return id;
    };
    window[names[1]] = function (id) {
      count[names[2]].delete(id);
      clear.call(window, id);
    };
  });

  // What listens to the whole page stays as long as it does; what listens to a node goes with it.
  [window, document, document.documentElement].forEach(function (target) {
    var add = target.addEventListener;
    var remove = target.removeEventListener;
    target.addEventListener = function () { count.listening += 1; return add.apply(target, arguments); };
    target.removeEventListener = function () { count.listening -= 1; return remove.apply(target, arguments); };
  });

  function made(instance) {
    count.cores += 1;
    memory = instance.exports.memory || memory;
    return instance;
  }
  var instantiate = WebAssembly.instantiate;
  var Instance = WebAssembly.Instance;
  WebAssembly.instantiate = function (source, imports) {
    return instantiate.call(WebAssembly, source, imports).then(function (given) {
      made(given.instance || given);
      return given;
    });
  };
  WebAssembly.Instance = function (module, imports) { return made(new Instance(module, imports)); };

  window.addEventListener('error', function (event) { count.errors.push(event.message); });
  window.addEventListener('unhandledrejection', function (event) { count.errors.push(String(event.reason && event.reason.stack || event.reason)); });

  /** What has been asked for is done. */
  async function settle() {
    for (var i = 0; i < TURNS; i += 1) await null;
    var due = Array.from(frames.values());
    frames.clear();
    due.forEach(function (act) { act(time); });
    if (due.length) for (i = 0; i < TURNS; i += 1) await null;
  }

  /** Goes on to what is due next, at most to `until`; tells whether there was something. */
  async function step(until) {
    var first;
    timers.forEach(function (timer, id) { if (!first || timer.at < timers.get(first).at) first = id; });
    var timer = first && timers.get(first);
    if (!timer || timer.at > until) {
      time = Math.max(time, until);
      await settle();
      return false;
    }
    timers.delete(first);
    // What asks for itself again and again, at once, would never end.
    still = timer.at > time ? 0 : still + 1;
    if (still > 5000) throw new Error('time stands still: ' + String(timer.act).slice(0, 200));
    time = Math.max(time, timer.at);
    timer.act();
    await settle();
    return true;
  }

  function nodes(root) {
    var sum = 0;
    root.querySelectorAll('*').forEach(function (node) { sum += 1 + (node.shadowRoot ? nodes(node.shadowRoot) : 0); });
    return sum;
  }

  window.__time = {
    realNow: realNow,
    step: step,
    settle: settle,
    now: function () { return time; },
    errors: count.errors,
    /** What the page has now, by the names of the table. */
    counts: async function () {
      await settle();
      return { 'wasm pages': memory ? memory.buffer.byteLength / 65536 : 0, 'cores made': count.cores, elements: nodes(document), 'page listeners': count.listening,
        timers: timers.size + count.timeouts.size + count.intervals.size + frames.size, observers: count.sights + count.sizes };
    },
  };
}());
