// Opens a mark's card in an enlarged page: it must stand within the chart, near its mark, and not over it.
__witness.drawn(function (chart) {
  var mark = chart.shadowRoot.querySelector('svg [data-mark][tabindex="0"]');
  mark.focus();
  mark.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }));
  var card = chart.shadowRoot.querySelector('.card').getBoundingClientRect();
  var own = mark.getBoundingClientRect();
  var room = chart.getBoundingClientRect();
  if (card.left < room.left - 2 || card.right > room.right + 2) __witness.fault('the card stands beside the chart: ' + [card.left, card.right, room.left, room.right]);
  var x = (own.left + own.right) / 2;
  var y = (own.top + own.bottom) / 2;
  if (x > card.left && x < card.right && y > card.top && y < card.bottom) __witness.fault('the card covers its own mark');
  if (Math.min(Math.abs(card.left - own.right), Math.abs(own.left - card.right), Math.abs(card.top - own.bottom), Math.abs(own.top - card.bottom)) > 60) __witness.fault('the card is far from its mark');
  chart.shadowRoot.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }));
  if (chart.shadowRoot.activeElement) chart.shadowRoot.activeElement.blur();
  scrollTo(0, 0);
});
