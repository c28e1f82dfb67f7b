// What MooTools 1.3 to 1.5 does to a page, in short: `$`, own types with `from`, methods on every built-in type (enumerable).
(function () {
  Array.from = function (item) {
    if (item === null || item === undefined) return [];
    if (Array.isArray(item)) return item;
    return typeof item.length === 'number' && typeof item !== 'string' ? Array.prototype.slice.call(item) : [item];
  };
  Number.from = function (item) { var number = parseFloat(item); return isFinite(number) ? number : null; };
  String.from = function (item) { return item + ''; };
  Function.from = function (item) { return typeof item === 'function' ? item : function () { return item; }; };
  var methods = {
    each: function (fn, bind) { for (var i = 0; i < this.length; i += 1) fn.call(bind, this[i], i, this); },
    contains: function (item, from) { return this.indexOf(item, from) !== -1; },
    include: function (item) { if (!this.contains(item)) this.push(item); return this; },
    erase: function (item) { for (var i = this.length; i--;) if (this[i] === item) this.splice(i, 1); return this; },
    empty: function () { this.length = 0; return this; },
    flatten: function () { return [].concat.apply([], this); },
    getLast: function () { return this.length ? this[this.length - 1] : null; },
    clean: function () { return this.filter(function (item) { return item !== null && item !== undefined; }); },
    invoke: function (name) { return this.map(function (item) { return item[name](); }); },
    associate: function () { return {}; },
    pick: function () { return this[0]; },
    hexToRgb: function () { return null; },
  };
  for (var name in methods) Array.prototype[name] = methods[name];
  Function.prototype.extend = function (key, value) { this[key] = value; return this; };
  Function.prototype.implement = function (key, value) { this.prototype[key] = value; return this; };
  Function.prototype.bind = function (that) {
    var self = this;
    var given = Array.prototype.slice.call(arguments, 1);
    return function () { return self.apply(that, given.concat(Array.prototype.slice.call(arguments))); };
  };
  String.prototype.test = function (pattern) { return new RegExp(pattern).test(this); };
  String.prototype.contains = function (part) { return this.indexOf(part) > -1; };
  String.prototype.clean = function () { return this.replace(/\s+/g, ' '); };
  Number.prototype.limit = function (min, max) { return Math.min(max, Math.max(min, this)); };
  Element.prototype.getSize = function () { return { x: this.offsetWidth, y: this.offsetHeight }; };
  Element.prototype.inject = function (to) { to.appendChild(this); return this; };
  Element.prototype.addEvent = function (type, fn) { this.addEventListener(type, fn); return this; };
  Element.prototype.set = function (name, value) { this.setAttribute(name, value); return this; };
  Element.prototype.get = function (name) { return this.getAttribute(name); };
  window.$ = document.id = function (id) { return document.getElementById(id); };
  window.$$ = function (selector) { return Array.from(document.querySelectorAll(selector)); };
}());
