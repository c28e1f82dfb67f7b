// A button below each snippet that copies it. The words stand in the page; without this script the text can be selected.
(function () {
  'use strict';

  var main = document.getElementById('main');
  var words = main.dataset;

  /** Selects the snippet; where the browser copies what is selected, it does. */
  function copied(pre) {
    window.getSelection().selectAllChildren(pre);
    try {
      return document.execCommand('copy');
    } catch (error) {
      return false;
    }
  }

  Array.prototype.forEach.call(main.querySelectorAll('pre'), function (pre) {
    var line = document.createElement('p');
    var said = document.createElement('span');
    var button = document.createElement('button');
    line.className = 'copy';
    said.setAttribute('role', 'status');
    button.type = 'button';
    button.className = 'button';
    button.textContent = words.copy;
    button.addEventListener('click', function () { said.textContent = copied(pre) ? words.done : words.marked; });
    line.appendChild(said);
    line.appendChild(button);
    pre.parentNode.insertBefore(line, pre.nextSibling);
  });
}());
