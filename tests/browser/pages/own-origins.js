// The address says (`?allowed`) whether our <script> allows this server's other name, which is another site to browsers.
(function () {
  'use strict';
  var other = 'http://' + (location.hostname === 'localhost' ? '127.0.0.1' : 'localhost') + ':' + location.port;
  var script = document.createElement('script');
  script.charset = 'utf-8';
  script.src = '../dist/indicator-widgets.js';
  if (location.search === '?allowed') script.setAttribute('data-indicator-origins', 'nonsense data: https://data.example.org/path  ' + other + '/some/path');
  // What does not run says nothing, wherever it stands.
  var idle = document.createElement('script');
  idle.type = 'text/plain';
  idle.setAttribute('data-indicator-origins', other);
  document.head.appendChild(idle);
  document.documentElement.setAttribute('data-indicator-origins', other);
  document.head.appendChild(script);
  window.__other = other;
}());
