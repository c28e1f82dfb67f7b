// What readers have chosen, chart by chart, by the names that the address has for it: those of the second chart begin with `2.`.

import { TRIED } from './attributes.js';

/** The names and values of what is chosen of `charts` (`panel`, `choice`); `given` tells what the element itself asks. */
export function named(charts, given) {
  const state = {};
  charts.forEach(({ panel, choice }, index) => {
    const before = index ? `${index + 1}.` : '';
    if (panel) state[`${before}view`] = panel;
    for (const name of TRIED) if (choice[name] || (name in choice && given(name))) state[before + name] = choice[name];
  });
  return state;
}

/** Whether the charts in `frame` show less than a link asks of them. */
export function missed(frame, { panels, choices }) {
  const sections = Array.from(frame.children);
  const root = frame.getRootNode();
  const other = (section, choice) => Object.keys(choice).some((name) => {
    // The method in force may have the name of what chose it.
    const list = name !== 'method' && section.querySelector(`select[data-set="${name}"]`);
    return choice[name] && list && list.value !== choice[name];
  });
  return panels.some((name, index) => !root.getElementById(`tab-${name}-${index}`))
    || choices.some((choice, index) => !sections[index] || other(sections[index], choice));
}

/** The same the other way: what is chosen, chart by chart. */
export function placed(state) {
  const panels = [];
  const choices = [];
  Object.keys(state).forEach((key) => {
    const [, place, name] = /^(?:(\d{1,3})\.)?([^]*)$/.exec(key);
    const index = (place || 1) - 1;
    if (name === 'view') panels[index] = state[key];
    if (TRIED.indexOf(name) >= 0) choices[index] = Object.assign(choices[index] || {}, { [name]: state[key] });
  });
  return { panels, choices };
}
