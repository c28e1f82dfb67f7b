// What the tests ask of a page; the runner puts it into each page that it opens. Sets window.__probe.
(function () {
  'use strict';

  var INTERACTIVE = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]';

  function sleep(ms) { return new Promise(function (resolve) { setTimeout(resolve, ms); }); }

  /** Waits for so many frames: what changed is drawn in the first; where that changes a size, the next is drawn anew. */
  async function frames(count) {
    for (var i = 0; i < count; i += 1) await new Promise(function (resolve) { requestAnimationFrame(function () { setTimeout(resolve, 0); }); });
  }

  /** Waits until `test()` is true (its value is the result); `what` is told in the error. */
  async function until(test, what, limit) {
    var start = performance.now();
    for (;;) {
      var value = await test();
      if (value) return value;
      if (performance.now() - start > (limit || 10000)) throw new Error('after ' + (limit || 10000) / 1000 + ' s still not: ' + what);
      await sleep(20);
    }
  }

  function visible(element) {
    var rect = element.getBoundingClientRect();
    return element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible' && rect.width > 0 && rect.height > 0;
  }

  /** All elements below `node` in the order they are drawn in: a shadow root stands for its host's children. */
  function walk(node, found) {
    Array.prototype.forEach.call(node.children || [], function (child) {
      found.push(child);
      walk(child.shadowRoot || child, found);
    });
    return found;
  }

  /** What Tab should stop at, in order. */
  function tabbable(from) {
    var all = walk(from, []).filter(function (element) {
      return element.matches(INTERACTIVE) && element.tabIndex >= 0 && !element.disabled && visible(element);
    });
    // Of radio buttons of one name, Tab stops at the chosen one.
    return all.filter(function (element) { return element.type !== 'radio' || element.checked; });
  }

  function active() {
    var element = document.activeElement;
    while (element && element.shadowRoot && element.shadowRoot.activeElement) element = element.shadowRoot.activeElement;
    return element;
  }

  function label(element) {
    if (!element) return 'nothing';
    var name = (element.getAttribute('aria-label') || element.textContent || element.id || '').trim().slice(0, 30);
    return element.localName + (element.id ? '#' + element.id : '') + ' ' + JSON.stringify(name);
  }

  /** Whether the focused element shows it: an outline or a shadow of its own, or of a parent that frames it. */
  function showsFocus(element) {
    for (var node = element, i = 0; node && node.nodeType === 1 && i < 3; node = node.parentNode, i += 1) {
      var style = getComputedStyle(node);
      if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) return true;
      if (style.boxShadow !== 'none') return true;
    }
    return false;
  }

  /** The next stop: its place among `stops`, or what it is where it is none of them. */
  function stop(stops) {
    var element = active();
    var scroller = element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth;
    return { at: stops.indexOf(element), label: label(element), page: element === document.body || element === document.documentElement,
      scroller: scroller, focus: showsFocus(element) };
  }

  /** How many marks of each role a chart shows. */
  function marks(host) {
    var counts = {};
    host.shadowRoot.querySelectorAll('svg [data-role]').forEach(function (mark) {
      var role = mark.getAttribute('data-role');
      counts[role] = (counts[role] || 0) + 1;
    });
    return counts;
  }

  /** The text that a chart shows, white space folded. */
  function text(host) {
    return walk(host.shadowRoot, []).filter(function (element) {
      return !element.children.length && (visible(element) || element.closest('svg'));
    }).map(function (element) { return element.textContent; }).join(' ').replace(/\s+/g, ' ').trim();
  }

  function drawn(host) { return Boolean(host.shadowRoot && host.shadowRoot.querySelector('svg [data-role]')); }

  /** Elements that stick out of their chart, and labels that stick out of their drawing. */
  function outside(host) {
    var frame = host.getBoundingClientRect();
    var faults = [];
    function far(rect, box) { return rect.width > 0 && (rect.left < box.left - 1 || rect.right > box.right + 1); }
    walk(host.shadowRoot, []).forEach(function (element) {
      var rect = element.getBoundingClientRect();
      if (element.localName === 'text') {
        var svg = element.ownerSVGElement.getBoundingClientRect();
        // A box is as high as its font allows: letters fill no more than its lower five sixths.
        if (far(rect, svg) || rect.top + rect.height / 6 < svg.top - 1 || rect.bottom > svg.bottom + 1) faults.push('label ' + JSON.stringify(element.textContent));
      } else if (far(rect, frame) && visible(element) && !scrolls(element, host)) {
        faults.push(label(element));
      }
    });
    return faults;
  }

  /** Whether it lies in a part that scrolls by itself, or is kept for screen readers alone. */
  function scrolls(element, host) {
    for (var node = element; node && node !== host.shadowRoot; node = node.parentNode) {
      var style = getComputedStyle(node);
      if (style.overflowX === 'auto' || style.overflowX === 'scroll' || style.overflowX === 'hidden' || style.clipPath !== 'none') return true;
    }
    return false;
  }

  /**
   * Pairs of labels of a chart that lie on each other. A browser's box of a text is as high as its font allows, so
   * labels cross where their boxes share two fifths of the lower one's height.
   */
  function crossing(host) {
    var labels = Array.prototype.filter.call(host.shadowRoot.querySelectorAll('svg text'), function (one) { return one.textContent.trim() && visible(one); });
    var rects = labels.map(function (one) { return one.getBoundingClientRect(); });
    var faults = [];
    for (var i = 0; i < rects.length; i += 1) {
      for (var j = i + 1; j < rects.length; j += 1) {
        var a = rects[i];
        var b = rects[j];
        var x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        var y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (x > 1 && y > 0.4 * Math.min(a.height, b.height)) faults.push(JSON.stringify(labels[i].textContent) + ' on ' + JSON.stringify(labels[j].textContent));
      }
    }
    return faults;
  }

  window.__probe = { sleep: sleep, frames: frames, until: until, visible: visible, walk: walk, tabbable: tabbable, stop: stop, active: active, label: label,
    marks: marks, text: text, drawn: drawn, outside: outside, crossing: crossing };
}());
