// What a reader does with the chart, all at once: every tab and panel, another method, another last year, a sorted table,
// a mark's card, the keyboard. The page is told of what goes wrong in it.
(function () {
  'use strict';

  function frame(then) { requestAnimationFrame(function () { setTimeout(then, 20); }); }

  function put(control, value) {
    control.value = value;
    control.dispatchEvent(new __witness.Event('input', { bubbles: true, composed: true }));
    control.dispatchEvent(new __witness.Event('change', { bubbles: true }));
  }

  __witness.drawn(function (chart) {
    var tree = chart.shadowRoot;
    var click = function (selector) { tree.querySelector(selector).click(); };
    var key = function (element, name) { element.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true })); };
    __witness.busy = true;
    var finding = tree.querySelector('.finding').textContent;
    var buttons = tree.querySelectorAll('[aria-expanded="false"]');
    for (var i = 0; i < buttons.length; i += 1) buttons[i].click();
    if (!tree.querySelector('.source')) __witness.fault('the sources do not open');
    click('[data-view="table"]');
    click('.head .sort');
    if (tree.querySelector('.head').getAttribute('aria-sort') !== 'ascending') __witness.fault('the table does not sort');
    click('.head .sort');
    click('.head .sort');
    var control = tree.querySelector('select[data-set="method"]');
    put(control, 'linear');
    frame(function () {
      frame(function () {
        if (tree.querySelector('.finding').textContent === finding) __witness.fault('another method says the same');
        click('[data-act="undo"]');
        frame(function () {
          if (tree.querySelector('.finding').textContent !== finding) __witness.fault('undo does not bring back: ' + tree.querySelector('.finding').textContent);
          click('[data-view="trajectory"]');
          var mark = tree.querySelector('svg [data-mark][tabindex="0"]');
          mark.focus();
          key(mark, 'ArrowRight');
          key(tree.activeElement || mark, 'Enter');
          var card = tree.querySelector('.card');
          if (!card || card.textContent.length < 5) __witness.fault('no card opens');
          key(card || mark, 'Escape');
          if (tree.querySelector('.card')) __witness.fault('the card does not close');
          if (tree.activeElement) tree.activeElement.blur();
          for (var i = 0; i < buttons.length; i += 1) if (buttons[i].getAttribute('aria-expanded') === 'true') buttons[i].click();
          window.scrollTo(0, 0);
          __witness.busy = false;
        });
      });
    });
  });
}());
