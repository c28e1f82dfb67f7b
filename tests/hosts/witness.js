// First script of every host page. Keeps what is said and goes wrong in the page, and tells what the page is like, so
// that it can be compared with itself without our lines. Pages replace what scripts work with: everything that this
// one needs of them is taken before they can, and lists are walked by hand.
(function () {
  'use strict';

  var uncurry = Function.prototype.bind.bind(Function.prototype.call);
  var names = Object.getOwnPropertyNames;
  var sorted = uncurry(Array.prototype.sort);
  var replaced = uncurry(String.prototype.replace);
  var every = uncurry(Element.prototype.querySelectorAll);
  var root = document.documentElement;
  var timer = window.setTimeout;
  var BUILT_IN = { Array: Array, Object: Object, String: String, Promise: Promise, Element: Element, HTMLElement: HTMLElement, Node: Node, Document: Document };
  var said = [];
  var events = [];
  var faults = [];
  var waiting = 0;
  var loaded = false;

  function say(list, text) { list[list.length] = replaced(String(text), /\s+/g, ' '); }

  sorted(['log', 'info', 'warn', 'error', 'debug', 'trace', 'assert']).forEach(function (kind) {
    var old = console[kind];
    console[kind] = function () {
      var text = 'console.' + kind + ':';
      for (var i = 0; i < arguments.length; i += 1) text += ' ' + String(arguments[i]);
      if (kind !== 'assert' || !arguments[0]) say(said, text);
      return old.apply(console, arguments);
    };
  });
  window.addEventListener('error', function (event) {
    var from = event.target && event.target !== window ? event.target.src || event.target.href : event.filename + ':' + event.lineno;
    say(said, 'error: ' + (event.message || 'not loaded') + ' (' + from + ')');
  }, true);
  window.addEventListener('load', function () { loaded = true; });
  window.addEventListener('unhandledrejection', function (event) { say(said, 'unhandled rejection: ' + (event.reason && event.reason.stack || event.reason)); });
  document.addEventListener('securitypolicyviolation', function (event) { say(said, 'policy: ' + event.violatedDirective + ' refused ' + event.blockedURI); });
  sorted(['indicator-ready', 'indicator-change', 'indicator-error', 'indicator-open']).forEach(function (type) {
    document.addEventListener(type, function (event) { say(events, type + (event.detail && event.detail.code ? ' ' + event.detail.code : '')); });
  });

  /** The charts of this document, also those in shadow trees of the page. */
  function charts(below, found) {
    var all = every(below, '*');
    for (var i = 0; i < all.length; i += 1) {
      if (all[i].localName === 'indicator-chart') found[found.length] = all[i];
      else if (all[i].shadowRoot && all[i].shadowRoot.firstElementChild) charts(all[i].shadowRoot.firstElementChild, found);
    }
    return found;
  }

  /** drawn: to be seen, and nothing of its own content. failed: its own content, and a line. static: its own content alone. */
  function state(chart) {
    var content = chart.firstElementChild;
    var shown = Boolean(content && content.getClientRects().length);
    var tree = chart.shadowRoot;
    var svg = tree && tree.querySelector('.figure svg [data-role="observed"]') && tree.querySelector('.figure svg');
    var line = tree && tree.querySelector('.error[part="error"]');
    if (svg && svg.getBoundingClientRect().height > 50 && !shown) return 'drawn';
    if (line && line.textContent.length > 8 && line.getBoundingClientRect().height > 10 && shown) return 'failed';
    return !line && !svg && shown ? 'static' : 'waiting';
  }

  function style(element, wanted) {
    var computed = getComputedStyle(element);
    var text = '';
    // A pixel is what a page is made of: fractions differ by where on the screen a box begins.
    for (var i = 0; i < (wanted || computed).length; i += 1) {
      var name = wanted ? wanted[i] : computed[i];
      var value = computed.getPropertyValue(name);
      if (name === 'line-height' && wanted) value = value === 'normal' ? value : (parseFloat(value) / parseFloat(computed.fontSize)).toFixed(1);
      text += name + ': ' + value + '; ';
    }
    return text;
  }

  function box(element) {
    var rect = element.getBoundingClientRect();
    return Math.round(rect.left) + ' ' + Math.round(rect.top) + ' ' + Math.round(rect.width) + ' ' + Math.round(rect.height);
  }

  // What says how a chart looks but for its size and face, which are the page's; so is the room between letters, but in drawings.
  var LOOK = ['background-color', 'border-bottom-color', 'border-bottom-style', 'border-left-style', 'border-top-style', 'box-sizing', 'color', 'direction',
    'display', 'float', 'font-style', 'font-variant-caps', 'font-weight', 'line-height', 'opacity', 'overflow-x', 'pointer-events', 'position',
    'text-align', 'text-decoration-line', 'text-indent', 'text-shadow', 'text-transform', 'visibility', 'white-space', 'word-break',
    'writing-mode', '-webkit-text-fill-color'];
  var DRAWN = ['fill', 'stroke', 'stroke-width', 'text-anchor', 'direction', 'visibility', 'font-style', 'font-weight'];
  var LABEL = ['letter-spacing', 'word-spacing'];

  function walk(node, path, tell) {
    var count = {};
    for (var child = node.firstElementChild; child; child = child.nextElementSibling) {
      var kind = child.localName;
      count[kind] = (count[kind] || 0) + 1;
      var here = path + '/' + kind + count[kind];
      if (tell(child, here) !== false) walk(child, here, tell);
    }
  }

  function attributes(element) {
    var text = '';
    for (var i = 0; i < element.attributes.length; i += 1) text += ' ' + element.attributes[i].name + '=' + element.attributes[i].value;
    return text;
  }

  /** What the page itself is: its elements but for our lines, its globals, what built-in things have grown. */
  function page(out) {
    walk(document, '', function (element, path) {
      // Of scripts, ours and those that put ours in are what differs.
      if (element.localName === 'script') return false;
      // A hole in the page is where our element stands.
      var hole = element.className === 'hole';
      say(out, 'node ' + path + attributes(element) + (element.firstElementChild || hole ? '' : ' ' + element.textContent));
      if (path.indexOf('/html1/body1') === 0) {
        say(out, 'style ' + path + ' ' + style(element));
        say(out, 'box ' + path + ' ' + box(element));
      }
      return !hole;
    });
    var own = sorted(names(window));
    for (var i = 0; i < own.length; i += 1) if (!/^(__|\d+$)/.test(own[i])) say(out, 'global ' + own[i]);
    for (var type in BUILT_IN) say(out, 'built-in ' + type + ' ' + sorted(names(BUILT_IN[type])) + ' ' + sorted(names(BUILT_IN[type].prototype)));
    say(out, 'sheets ' + document.styleSheets.length + ' ' + (document.adoptedStyleSheets || []).length);
    say(out, 'title ' + document.title + ' ' + location.hash + ' ' + window.scrollX + ' ' + window.scrollY);
    say(out, 'focus ' + (document.activeElement ? document.activeElement.localName : ''));
    try { say(out, 'stored ' + document.cookie + localStorage.length + sessionStorage.length); } catch (error) { say(out, 'stored nothing'); }
  }

  /** How the first chart looks inside, and what of it does not stand where it should. */
  function inner(chart, out) {
    walk(chart.shadowRoot, '', function (element, path) {
      say(out, 'look ' + path + ' ' + style(element, element.ownerSVGElement ? DRAWN : LOOK));
      if (element.localName !== 'text') return;
      say(out, 'look ' + path + '/letters ' + style(element, LABEL));
      if (!element.getClientRects().length) return;
      var rect = element.getBoundingClientRect();
      var svg = element.ownerSVGElement.getBoundingClientRect();
      if (rect.left < svg.left - 1.5 || rect.right > svg.right + 1.5) say(out, 'fault the label "' + element.textContent + '" sticks out of its drawing');
    });
    var frame = chart.shadowRoot.querySelector('.frame').getBoundingClientRect();
    if (frame.right > document.documentElement.clientWidth + 1) say(out, 'fault the chart is wider than the page: ' + frame.right);
  }

  function look() {
    var out = [];
    page(out);
    var all = charts(root, []);
    for (var i = 0; i < all.length; i += 1) say(out, 'chart ' + state(all[i]));
    if (all.length && state(all[0]) === 'drawn') inner(all[0], out);
    for (i = 0; i < said.length; i += 1) say(out, 'message ' + said[i]);
    for (i = 0; i < events.length; i += 1) say(out, 'event ' + events[i]);
    for (i = 0; i < faults.length; i += 1) say(out, 'fault ' + faults[i]);
    var text = '';
    for (i = 0; i < out.length; i += 1) text += out[i] + '\n';
    return text;
  }

  /** What the charts of this page are, in short; `busy` while the page is still about something. */
  function states() {
    var text = witness.busy || waiting ? 'busy' : '';
    var all = charts(root, []);
    for (var i = 0; i < all.length; i += 1) text += (text && ' ') + state(all[i]);
    return text;
  }

  // Frames answer for themselves: a sandboxed one cannot be looked into.
  var answers = {};
  window.addEventListener('message', function (event) {
    if (event.data === 'witness') event.source.postMessage('states ' + states() + '\n' + (loaded ? look() : ''), '*');
    else if (/^states /.test(event.data)) {
      var frames = every(root, '.hole iframe');
      for (var i = 0; i < frames.length; i += 1) if (frames[i].contentWindow === event.source) answers[i] = event.data;
    }
  });

  /** The states of the page's charts and of those in its frames. */
  function allStates() {
    var text = states();
    var frames = every(root, '.hole iframe');
    for (var i = 0; i < frames.length; i += 1) {
      frames[i].contentWindow.postMessage('witness', '*');
      if (text) text += ' ';
      text += answers[i] ? /^states ([^\n]*)/.exec(answers[i])[1] : 'waiting';
    }
    return text;
  }

  /** Everything about the page, a fact on a line; of its frames only what went wrong. */
  function allLook() {
    var text = look();
    for (var i in answers) {
      var found = answers[i].match(/^(chart|message|event|fault) .*$/gm) || [];
      for (var at = 0; at < found.length; at += 1) text += found[at] + '\n';
    }
    return text;
  }

  var witness = {
    /** While the page itself is about something. */
    busy: false,
    states: allStates,
    look: allLook,
    state: state,
    /** The browser's own: MooTools puts another in its place. */
    Event: window.Event,
    /** The page found something wrong. */
    fault: function (text) { say(faults, text); },
    /** Calls `then(chart)` when the first chart is drawn; not at all in a page without our lines. */
    drawn: function (then) {
      var waited = 0;
      waiting += 1;
      (function wait() {
        var chart = charts(root, [])[0];
        if ((chart && state(chart) === 'drawn') || (loaded && !chart)) {
          waiting -= 1;
          if (chart) then(chart);
        } else if ((waited += 1) < 400) {
          timer.call(window, wait, 20);
        }
      }());
    },
  };
  window.__witness = witness;
}());
