// What a reader operates: the switch between chart and table, and what opens on a button.

/** Listens on `frame` for its whole life; `changed` is called with what a reader chose, `opened` when a panel opens. */
export function operate(frame, changed, opened) {
  frame.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.getAttribute('role') === 'tab') choose(frame, button, changed);
    else if (button.hasAttribute('aria-expanded')) {
      open(frame, button, button.getAttribute('aria-expanded') !== 'true');
      opened();
    }
  });
  frame.addEventListener('keydown', (event) => {
    const tab = event.target.closest('[role="tab"]');
    if (!tab) return;
    const tabs = Array.from(tab.parentNode.children);
    const at = tabs.indexOf(tab);
    const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const chosen = tabs[(next + tabs.length) % tabs.length];
    choose(frame, chosen, changed);
    chosen.focus();
  });
}

/** Shows the panel called `name` of the chart number `index`, if there is such. */
export function show(frame, name, index) {
  const tab = Array.from(frame.querySelectorAll('[role="tab"]')).find((one) => one.id === `tab-${name}-${index}`);
  if (tab) choose(frame, tab);
}

function choose(frame, chosen, changed) {
  if (chosen.getAttribute('aria-selected') === 'true') return;
  for (const tab of Array.from(chosen.parentNode.children)) {
    const now = tab === chosen;
    tab.setAttribute('aria-selected', String(now));
    tab.setAttribute('tabindex', now ? '0' : '-1');
    controlled(frame, tab).hidden = !now;
  }
  if (changed) changed({ view: chosen.getAttribute('data-view') }, chosen.closest('.chart'));
}

function open(frame, button, now) {
  button.setAttribute('aria-expanded', String(now));
  controlled(frame, button).hidden = !now;
}

function controlled(frame, button) {
  return frame.querySelector(`#${button.getAttribute('aria-controls')}`);
}

/** What a reader has chosen and where the focus is, before the parts are made anew. */
export function remember(frame) {
  const focus = frame.getRootNode().activeElement;
  return {
    focus: focus ? focus.id || focus.getAttribute('aria-controls') : '',
    open: Array.from(frame.querySelectorAll('[aria-expanded="true"]')).map((button) => button.getAttribute('aria-controls')),
  };
}

/** Brings that back in the new parts. */
export function restore(frame, memory) {
  frame.querySelectorAll('[aria-expanded]').forEach((button) => {
    if (memory.open.indexOf(button.getAttribute('aria-controls')) >= 0) open(frame, button, true);
  });
  if (!memory.focus) return;
  const focus = frame.querySelector(`#${memory.focus}, button[aria-controls="${memory.focus}"]:not([role="tab"])`);
  if (focus) focus.focus();
}
