// What adapters for web components and zones do: customElements.define takes a class apart and puts it together, HTMLElement is a
// function that finds its class by hand (custom-elements-es5-adapter.js), timers, promises and listeners run inside a zone.
(function () {
  var Native = HTMLElement;
  window.HTMLElement = function () { return Reflect.construct(Native, [], this.constructor); };
  HTMLElement.prototype = Native.prototype;
  HTMLElement.prototype.constructor = HTMLElement;
  Object.setPrototypeOf(HTMLElement, Native);
  var define = customElements.define;
  CustomElementRegistry.prototype.define = function (name, type, options) {
    ['connectedCallback', 'disconnectedCallback', 'adoptedCallback', 'attributeChangedCallback'].forEach(function (callback) {
      var own = Object.getOwnPropertyDescriptor(type.prototype, callback);
      if (!own || !own.configurable) return;
      own.value = (function (inner) { return function () { return inner.apply(this, arguments); }; }(own.value));
      Object.defineProperty(type.prototype, callback, own);
    });
    return define.call(customElements, name, type, options);
  };
  var add = EventTarget.prototype.addEventListener;
  var remove = EventTarget.prototype.removeEventListener;
  var wrapped = new WeakMap();
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (typeof listener !== 'function') return add.call(this, type, listener, options);
    if (!wrapped.has(listener)) wrapped.set(listener, function (event) { return listener.call(this, event); });
    return add.call(this, type, wrapped.get(listener), options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    return remove.call(this, type, wrapped.get(listener) || listener, options);
  };
  var Before = Promise;
  // A promise of the zone's own, which the language's `await` does not return.
  window.Promise = function ZoneAwarePromise(run) { this.inner = new Before(run); };
  Promise.prototype.then = function (done, failed) { var next = new Promise(function () {}); next.inner = this.inner.then(done, failed); return next; };
  Promise.prototype['catch'] = function (failed) { return this.then(null, failed); };
  Promise.prototype['finally'] = function (then) { return this.then(function (value) { then(); return value; }, function (error) { then(); throw error; }); };
  Promise.resolve = function (value) { return new Promise(function (done) { done(value); }); };
  Promise.race = function (all) { return new Promise(function (done, failed) { Before.race(all.map(function (one) { return one.inner || one; })).then(done, failed); }); };
  Promise.reject = function (value) { return new Promise(function (done, failed) { failed(value); }); };
}());
