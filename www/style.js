// Puts the element's sheet on: as a constructed sheet where there are such, else property by property.
// Never a <style> element or a style attribute in markup: strict policies forbid both.

import css from 'built:css';

const sheets = new WeakMap();

/** Styles everything below `root`, whose painted part is `frame`. */
export function dress(root, frame) {
  const sheet = constructed(root.ownerDocument);
  if (sheet) {
    if (root.adoptedStyleSheets[0] !== sheet) root.adoptedStyleSheets = [sheet];
  } else {
    byHand(frame);
  }
}

function constructed(page) {
  // The document's own word for its window may be taken by an element of that name.
  const view = page === document ? window : page.defaultView;
  if (!('adoptedStyleSheets' in page) || !view) return undefined;
  if (!sheets.has(page)) {
    let sheet;
    try {
      sheet = new view.CSSStyleSheet();
      sheet.replaceSync(css);
    } catch (error) {
      sheet = undefined;
    }
    sheets.set(page, sheet);
  }
  return sheets.get(page);
}

// The sheet's rules up to the first at-rule, but for those about states and the host.
function byHand(frame) {
  const rules = css.split('@')[0].match(/[^{}]+\{[^{}]*\}/g);
  for (const rule of rules) {
    const [selector, body] = rule.slice(0, -1).split('{');
    if (selector.indexOf(':') >= 0) continue;
    const elements = Array.from(frame.querySelectorAll(selector));
    if (frame.matches(selector)) elements.push(frame);
    for (const declaration of body.split(';')) {
      const colon = declaration.indexOf(':');
      if (colon < 0) continue;
      const [name, value] = [declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim()];
      elements.forEach((element) => element.style.setProperty(name, value));
    }
  }
}
