// Takes WebAssembly away, as some browsers' settings do, and notes where a script looks for it all the same.
(function () {
  'use strict';
  delete window.WebAssembly;
  Object.defineProperty(window, 'WebAssembly', {
    configurable: true,
    get: function () { window.__watched.sought = true; },
  });
}());
