// frame.html#WIDTH,ADDRESS shows ADDRESS as a window of that width would (browsers themselves refuse to be so narrow).
(function () {
  'use strict';
  var wanted = decodeURIComponent(location.hash.slice(1)).split(',');
  var frame = document.getElementById('frame');
  frame.width = wanted[0];
  frame.src = wanted.slice(1).join(',');
}());
