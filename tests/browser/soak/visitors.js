// In the soaked page: visitors who touch at random, the same ones from the same seed, and what is seen of the slides meanwhile.
(function () {
  'use strict';
  var time = window.__time;
  var state = 1;
  var pictures = new Set();
  var seen = { slides: 0, compared: 0, changed: 0, visits: 0, touches: 0, entered: 0, screens: {} };
  var front;
  var since = 0;
  var hashed = true;
  var last;
  var alone = true;
  var shownAt = 0;

  /** The next number of the seed's row, from 0 to below 1: mulberry32 (T. Ettinger, 2017). */
  function random() {
    state = (state + 0x6D2B79F5) | 0;
    var t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  function among(most) { return Math.floor(random() * most); }
  function between(least, most) { return least + random() * (most - least); }

  function screen() { return document.documentElement.getAttribute('data-screen'); }

  /** FNV-1a of 53 bits, of two rows of 32 (cyrb53, bryc, 2018). */
  function hash(text) {
    var a = 0xdeadbeef;
    var b = 0x41c6ce57;
    for (var i = 0; i < text.length; i += 1) {
      var letter = text.charCodeAt(i);
      a = Math.imul(a ^ letter, 2654435761);
      b = Math.imul(b ^ letter, 1597334677);
    }
    return 4294967296 * (2097151 & b) + (a >>> 0);
  }

  /** Looks at the slide that shows: counted when it comes, its picture taken once it has stood for a second. */
  function look() {
    var now = document.querySelector('.stage.on indicator-chart');
    if (screen() !== 'attract') alone = false;
    if (now && now !== front) {
      front = now;
      since = time.now();
      shownAt = since;
      hashed = false;
      seen.slides += 1;
    }
    if (!hashed && now === front && time.now() - since > 1000) {
      hashed = true;
      var stage = document.querySelector('.stage.on');
      var picture = hash(stage.querySelector('.headline').textContent + Array.from(front.shadowRoot.querySelectorAll('.figure svg'), function (svg) { return svg.outerHTML; }).join());
      pictures.add(picture);
      // After a visit the round begins anew, maybe with the slide of before.
      if (alone) {
        seen.compared += 1;
        if (picture !== last) seen.changed += 1;
      }
      last = picture;
      alone = true;
    }
    if (screen() === 'attract' && time.now() - Math.max(shownAt, since) > 600000) throw new Error('no slide for ten minutes');
  }

  async function pass(ms) {
    var until = time.now() + ms;
    for (;;) {
      var more = await time.step(until);
      look();
      if (!more) return;
    }
  }

  /** What lies under a point, in whatever shadow. */
  function under(x, y) {
    var node = document.elementFromPoint(x, y) || document.body;
    while (node.shadowRoot) {
      var inner = node.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === node) break;
      node = inner;
    }
    return node;
  }

  function finger(type, x, y, id) {
    var node = under(x, y);
    node.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, composed: true, pointerType: 'touch', pointerId: id, isPrimary: id === 2,
      clientX: x, clientY: y, button: 0, buttons: type === 'pointerup' ? 0 : 1 }));
    var touch = { pointerdown: 'touchstart', pointermove: 'touchmove', pointerup: 'touchend', pointercancel: 'touchcancel' }[type];
    if (typeof TouchEvent === 'function' && typeof Touch === 'function') {
      var one = new Touch({ identifier: id, target: node, clientX: x, clientY: y });
      var down = type === 'pointerdown' || type === 'pointermove' ? [one] : [];
      node.dispatchEvent(new TouchEvent(touch, { bubbles: true, cancelable: true, composed: true, touches: down, targetTouches: down, changedTouches: [one] }));
    }
    return node;
  }

  function tap(x, y) {
    // A finger that stays in the corner opens the technician's page: its buttons load the page anew.
    if (under(x, y).closest('#status')) return;
    var down = finger('pointerdown', x, y, 2);
    // Some fingers stay: the screen's plug was pulled.
    var end = random();
    if (end < 0.01) return;
    if (end < 0.03) {
      finger('pointercancel', x, y, 2);
      return;
    }
    var up = finger('pointerup', x, y, 2);
    if (up !== down || !up.isConnected) return;
    ['mousedown', 'mouseup', 'click'].forEach(function (type) {
      up.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, detail: 1, clientX: x, clientY: y }));
    });
  }

  /** Draws a finger over the screen; a slider under it goes along. */
  async function drag() {
    var at = place();
    var x = at[0];
    var y = at[1];
    var slider = under(x, y);
    if (slider.type !== 'range') slider = undefined;
    finger('pointerdown', x, y, 2);
    for (var i = among(8); i >= 0; i -= 1) {
      x = Math.min(Math.max(x + between(-120, 120), 1), innerWidth - 2);
      y = Math.min(Math.max(y + between(-120, 120), 1), innerHeight - 2);
      finger('pointermove', x, y, 2);
      if (slider) {
        slider.value = String(Number(slider.min) + random() * (slider.max - slider.min));
        slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      }
      await pass(16);
    }
    if (slider) slider.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    finger(random() < 0.1 ? 'pointercancel' : 'pointerup', x, y, 2);
  }

  function hand() {
    var points = Array.from({ length: 10 }, function () { return [among(innerWidth), among(innerHeight)]; });
    points.forEach(function (at, id) { finger('pointerdown', at[0], at[1], id + 2); });
    points.forEach(function (at, id) { finger('pointermove', at[0], innerHeight - 1 - at[1], id + 2); });
    points.forEach(function (at, id) { finger(id % 3 ? 'pointerup' : 'pointercancel', at[0], at[1], id + 2); });
  }

  function targets(root, found) {
    root.querySelectorAll('button, input, indicator-chart').forEach(function (node) {
      if (node.shadowRoot) targets(node.shadowRoot, found);
      else if (!node.disabled && node.getClientRects().length) found.push(node);
    });
    return found;
  }

  /** A point that somebody may touch: mostly something that can be pressed. */
  function place() {
    var all = random() < 0.8 ? targets(document, []) : [];
    var box = all.length && all[among(all.length)].getBoundingClientRect();
    var x = box ? box.left + box.width * between(0.2, 0.8) : random() * innerWidth;
    var y = box ? box.top + box.height * between(0.2, 0.8) : random() * innerHeight;
    return [Math.min(Math.max(x, 1), innerWidth - 2), Math.min(Math.max(y, 1), innerHeight - 2)].map(Math.round);
  }

  /** One touch, or what a visitor does with more than one finger. */
  async function act() {
    var what = random();
    seen.touches += 1;
    if (what < 0.04) hand();
    else if (what < 0.2) await drag();
    else {
      var at = place();
      tap(at[0], at[1]);
    }
    seen.screens[screen()] = (seen.screens[screen()] || 0) + 1;
  }

  /** From the first touch until all is as before. */
  async function visit() {
    await pass(between(0, 20000));
    seen.visits += 1;
    for (var left = 3 + among(14); left > 0; left -= 1) {
      await act();
      if (screen() !== 'attract') seen.entered += left > 0 && !seen.inside ? 1 : 0;
      seen.inside = screen() !== 'attract';
      // Most go on soon, some read, some let themselves be asked whether they are there.
      await pass(random() < 0.9 ? between(400, 6000) : between(6000, 59000));
    }
    await leave();
  }

  async function leave() {
    for (var i = 0; screen() !== 'attract' || document.getElementById('status'); i += 1) {
      if (i > 40) throw new Error('the visitor is still there after ' + i * 5 + ' s');
      await pass(5000);
    }
    seen.inside = false;
  }

  /** Waits until slide number 1 has stood for two seconds: then all is as it was at every other such moment. */
  async function rest() {
    for (var i = 0; ; i += 1) {
      if (i > 2000) throw new Error('the first slide does not come back');
      var marks = Array.from(document.querySelectorAll('#progress span'), function (each) { return each.className; });
      if (screen() === 'attract' && marks[0] === 'now' && hashed && time.now() - since > 2000 && time.now() - since < 6000) return;
      await pass(1000);
    }
  }

  window.__soak = {
    seed: function (number) { state = number; },
    place: place,
    pass: pass,
    leave: leave,
    rest: rest,
    screen: screen,
    /** Goes on until so many slides and visits are done, or for so many real milliseconds; tells how far it got. */
    run: async function (slides, visits, limit) {
      var start = time.realNow();
      while ((seen.slides < slides || seen.visits < visits) && time.realNow() - start < limit) {
        // Visits come as evenly as they can.
        if (seen.visits < visits && seen.visits * slides <= seen.slides * visits) await visit();
        else await pass(between(1000, 20000));
      }
      return seen;
    },
    visited: function () { seen.visits += 1; },
    seen: function () { return Object.assign({ pictures: pictures.size, days: time.now() / 86400000, errors: time.errors.slice(0, 5), health: window.name }, seen); },
  };
}());
