// Replacements from before a browser had these, put on whatever it has: they know less than what they replace.
(function () {
  // Without an index, without the array, without a `this`; by for-in, as scripts of 2008 walk.
  function walk(list, tell) { for (var i = 0; i < list.length; i += 1) tell(list[i], i); }
  Array.prototype.forEach = function (fn) { walk(this, function (one, i) { fn(one, i); }); };
  Array.prototype.map = function (fn) { var all = []; walk(this, function (one, i) { all[all.length] = fn(one, i); }); return all; };
  Array.prototype.filter = function (fn) { var all = []; walk(this, function (one) { if (fn(one)) all[all.length] = one; }); return all; };
  // Loosely equal, and no second argument.
  Array.prototype.indexOf = function (wanted) { for (var i = 0; i < this.length; i += 1) if (this[i] == wanted) return i; return -1; };
  Array.prototype.find = function (fn) { for (var i = 0; i < this.length; i += 1) if (fn(this[i])) return this[i]; return undefined; };
  Array.prototype.remove = function (at) { this.splice(at, 1); return this; };
  Array.prototype.insert = function (at, one) { this.splice(at, 0, one); return this; };
  Array.from = function (list) { var all = []; for (var i = 0; i < list.length; i += 1) all[i] = list[i]; return all; };
  Array.prototype.equals = function (other) { return this.join() === other.join(); };
  Object.assign = function (to) {
    for (var i = 1; i < arguments.length; i += 1) for (var name in arguments[i]) to[name] = arguments[i][name];
    return to;
  };
  String.prototype.trim = function () { return this.replace(/(^\s*)|(\s*$)/g, ''); };
  String.prototype.replaceAll = function (from, by) { return this.replace(new RegExp(from, 'gm'), by); };
  String.prototype.startsWith = function (part) { return new RegExp('^' + part).test(this); };
  Date.prototype.Format = function () { return ''; };
  // json2.js of 2007: numbers and strings are enough for it.
  window.JSON = { parse: function (text) { return (0, eval)('(' + text + ')'); }, stringify: function (value) {
    var parts = [];
    if (value === null || typeof value !== 'object') return typeof value === 'string' ? '"' + value + '"' : String(value);
    for (var name in value) if (typeof value[name] !== 'function') parts[parts.length] = '"' + name + '":' + JSON.stringify(value[name]);
    return '{' + parts.join(',') + '}';
  } };
  window.requestAnimationFrame = function (then) { return setTimeout(then, 16); };
  window.console = window.console || {};
  // IE's own, by hand.
  if (!document.all) document.getElementsByClassName = function (name) { return [name]; };
  window.CustomEvent = window.CustomEvent || Event;
}());
