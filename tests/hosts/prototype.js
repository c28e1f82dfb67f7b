// What Prototype.js 1.6 to 1.7 does to a page, in short: `$`, methods on every array, string, function and element (enumerable, over
// what the browser has), Array.from that knows no second argument, toJSON on arrays, an Element of its own, old lookups replaced.
(function () {
  var slice = Array.prototype.slice;
  function extend(to, from) {
    for (var name in from) to[name] = from[name];
    return to;
  }
  window.$ = function (id) { return typeof id === 'string' ? document.getElementById(id) : id; };
  window.$A = function (list) {
    if (!list) return [];
    if ('toArray' in Object(list)) return list.toArray();
    var length = list.length || 0;
    var results = new Array(length);
    while (length--) results[length] = list[length];
    return results;
  };
  Array.from = $A;
  var K = function (x) { return x; };
  var Enumerable = {
    each: function (iterator, context) {
      for (var i = 0; i < this.length; i += 1) iterator.call(context, this[i], i);
      return this;
    },
    collect: function (iterator, context) {
      var results = [];
      this.each(function (value, index) { results.push((iterator || K).call(context, value, index)); });
      return results;
    },
    detect: function (iterator, context) {
      var result;
      var done = false;
      this.each(function (value, index) { if (!done && iterator.call(context, value, index)) { result = value; done = true; } });
      return result;
    },
    findAll: function (iterator, context) {
      var results = [];
      this.each(function (value, index) { if (iterator.call(context, value, index)) results.push(value); });
      return results;
    },
    all: function (iterator, context) {
      var result = true;
      this.each(function (value, index) { result = result && Boolean((iterator || K).call(context, value, index)); });
      return result;
    },
    any: function (iterator, context) {
      var result = false;
      this.each(function (value, index) { result = result || Boolean((iterator || K).call(context, value, index)); });
      return result;
    },
    include: function (object) { return this.indexOf(object) !== -1; },
    inject: function (memo, iterator, context) {
      this.each(function (value, index) { memo = iterator.call(context, memo, value, index); });
      return memo;
    },
    toArray: function () { return this.collect(); },
    size: function () { return this.length; },
  };
  extend(Enumerable, { map: Enumerable.collect, find: Enumerable.detect, select: Enumerable.findAll, filter: Enumerable.findAll, member: Enumerable.include,
    entries: Enumerable.toArray, every: Enumerable.all, some: Enumerable.any });
  extend(Array.prototype, Enumerable);
  extend(Array.prototype, {
    forEach: Enumerable.each,
    clear: function () { this.length = 0; return this; },
    first: function () { return this[0]; },
    last: function () { return this[this.length - 1]; },
    flatten: function () { return [].concat.apply([], this); },
    reduce: function () { return this.length > 1 ? this : this[0]; },
    uniq: function () { return this; },
    clone: function () { return slice.call(this, 0); },
    inspect: function () { return '[' + this.map(String).join(', ') + ']'; },
    toJSON: function () { return '[' + this.map(String).join(', ') + ']'; },
  });
  extend(String.prototype, {
    gsub: function (pattern, by) { return this.split(pattern).join(by); },
    strip: function () { return this.replace(/^\s+/, '').replace(/\s+$/, ''); },
    include: function (part) { return this.indexOf(part) > -1; },
    startsWith: function (part) { return this.lastIndexOf(part, 0) === 0; },
    endsWith: function (part) { var at = this.length - part.length; return at >= 0 && this.indexOf(part, at) === at; },
    blank: function () { return /^\s*$/.test(this); },
    toJSON: function () { return '"' + this + '"'; },
  });
  extend(Function.prototype, {
    bind: function (context) {
      var method = this;
      var given = slice.call(arguments, 1);
      return function () { return method.apply(context, given.concat(slice.call(arguments, 0))); };
    },
    delay: function (seconds) { return setTimeout(this, seconds * 1000); },
    methodize: function () {
      var method = this;
      return function () { return method.apply(null, [this].concat(slice.call(arguments, 0))); };
    },
  });
  extend(Object, { keys: function (object) { var keys = []; for (var name in object) if (Object.prototype.hasOwnProperty.call(object, name)) keys.push(name); return keys; }, extend: extend,
    values: function (object) { var values = []; for (var name in object) values.push(object[name]); return values; } });
  var old = window.Element;
  window.Element = function (name, attributes) { return extend(document.createElement(name), attributes || {}); };
  extend(window.Element, old);
  window.Element.prototype = old.prototype;
  extend(HTMLElement.prototype, {
    visible: function () { return this.style.display !== 'none'; },
    hide: function () { this.style.display = 'none'; return this; },
    show: function () { this.style.display = ''; return this; },
    update: function (text) { this.textContent = text; return this; },
    remove: function () { this.parentNode.removeChild(this); return this; },
    replace: function (node) { this.parentNode.replaceChild(node, this); return this; },
    select: function (selector) { return $A(this.querySelectorAll(selector)); },
    up: function () { return this.parentNode; },
    scrollTo: function () { return this; },
    empty: function () { return !this.firstChild; },
    toggle: function () { return this.visible() ? this.hide() : this.show(); },
  });
  document.getElementsByClassName = function (name) { return $A(document.querySelectorAll('.' + name)); };
  Number.prototype.times = function (iterator) { for (var i = 0; i < this; i += 1) iterator(i); };
  Date.prototype.toJSON = function () { return '"date"'; };
}());
