// A member of the group in a shadow tree of the page; for the tests, its name on what it raises.
document.addEventListener('DOMContentLoaded', function () {
  'use strict';
  var root = document.getElementById('host').attachShadow({ mode: 'open' });
  var inner = document.createElement('indicator-chart');
  inner.id = 'inner';
  inner.setAttribute('group', 'one');
  inner.setAttribute('target', 'jinhua-rd-intensity-2027');
  root.appendChild(inner);
});
