// Adds the script of ours when the page has long been there.
window.addEventListener('load', function () {
  'use strict';
  setTimeout(function () {
    var script = document.createElement('script');
    script.src = '../dist/indicator-widgets.js';
    script.charset = 'utf-8';
    document.body.appendChild(script);
  }, 50);
});
