// Before every other script: keeps a note of all that could store something or tell somebody of a reader. `__spied` holds the notes.
(function () {
  'use strict';
  var notes = [];
  window.__spied = notes;
  function note(what, about) { notes.push(what + (about === undefined ? '' : ' ' + String(about).slice(0, 200))); }

  /** Where along its prototypes `object` has `name`. */
  function holder(object, name) {
    for (var at = object; at; at = Object.getPrototypeOf(at)) if (Object.getOwnPropertyDescriptor(at, name)) return at;
    return null;
  }

  function accessor(object, name, title, quietGet) {
    var at = object && holder(object, name);
    var own = at && Object.getOwnPropertyDescriptor(at, name);
    if (!own || !own.get) return;
    Object.defineProperty(at, name, {
      configurable: true,
      enumerable: own.enumerable,
      get: function () { if (!quietGet) note(title); return own.get.call(this); },
      set: own.set && function (value) { note(title + ' =', value); own.set.call(this, value); },
    });
  }

  function method(object, name, title) {
    var at = object && holder(object, name);
    if (!at) return;
    var own = at[name];
    at[name] = function () { note(title, arguments[0] && arguments[0].url ? arguments[0].url : arguments[0]); return own.apply(this, arguments); };
  }

  function maker(name) {
    var Own = window[name];
    if (!Own) return;
    window[name] = function () {
      note('new ' + name, arguments[0]);
      return Reflect.construct(Own, arguments, new.target && new.target !== window[name] ? new.target : Own);
    };
    window[name].prototype = Own.prototype;
  }

  accessor(document, 'cookie', 'cookie');
  ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore', 'name'].forEach(function (name) { accessor(window, name, name); });
  ['sendBeacon', 'registerProtocolHandler'].forEach(function (name) { method(navigator, name, name); });
  ['serviceWorker', 'geolocation', 'mediaDevices', 'storage', 'clipboard', 'userAgentData', 'plugins'].forEach(function (name) { accessor(navigator, name, name); });
  ['WebSocket', 'EventSource', 'RTCPeerConnection', 'webkitRTCPeerConnection', 'Worker', 'SharedWorker', 'BroadcastChannel', 'Image', 'Audio', 'WebTransport']
    .forEach(maker);
  method(window, 'fetch', 'fetch');
  method(window, 'open', 'open');
  ['open', 'send'].forEach(function (name) { method(XMLHttpRequest.prototype, name, 'XMLHttpRequest.' + name); });
  method(HTMLFormElement.prototype, 'submit', 'submit');
  [[HTMLImageElement, 'src'], [HTMLImageElement, 'srcset'], [HTMLScriptElement, 'src'], [HTMLIFrameElement, 'src'], [HTMLLinkElement, 'href'], [HTMLMediaElement, 'src']]
    .forEach(function (one) { accessor(one[0].prototype, one[1], one[0].name + '.' + one[1], true); });
}());
