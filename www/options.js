// What an element asks for, but for its table, its width and what its readers have chosen.

import { ATTRIBUTES, SHOWN, camel } from './attributes.js';
import { nearestLang } from './errors.js';
import { surroundings } from './surroundings.js';
import { today } from './today.js';

/** Its attributes, as `given` tells them, by the names of options, with the day and what is around it; of several that it shows, the one `opened`. */
export function asked(element, opened, given) {
  const options = { asOf: today() };
  for (const name of ATTRIBUTES) {
    const value = given(name);
    if (value) options[camel(name)] = value;
  }
  if (opened) {
    for (const name of SHOWN) delete options[name];
    Object.assign(options, { target: opened.target, view: 'trajectory', back: 'back' });
  }
  const { printing, theme } = surroundings();
  options.printing = printing;
  options.lang = nearestLang(element);
  if (!options.theme || options.theme === 'auto' || printing) options.theme = theme;
  const style = getComputedStyle(element);
  options.text = parseFloat(style.fontSize) || 16;
  // NaN, where it is not set, asks for none.
  options.height = parseFloat(style.getPropertyValue('--indicator-height'));
  return options;
}

/** What is asked as text, so that it can be told from what was asked before: all but the place that there is for it. */
export function outcome(options) {
  try {
    return JSON.stringify(Object.assign({}, options, { width: 0, axis: 0 }));
  } catch (error) {
    // A script's rows may hold what can't be written.
    return undefined;
  }
}
