// The keys that the tests press: as the DevTools protocol and as WebDriver name them.
const KEYS = {
  Tab: { code: 'Tab', keyCode: 9, webdriver: '\uE004' },
  Enter: { code: 'Enter', keyCode: 13, text: '\r', webdriver: '\uE007' },
  Escape: { code: 'Escape', keyCode: 27, webdriver: '\uE00C' },
  Home: { code: 'Home', keyCode: 36, webdriver: '\uE011' },
  End: { code: 'End', keyCode: 35, webdriver: '\uE010' },
  ArrowLeft: { code: 'ArrowLeft', keyCode: 37, webdriver: '\uE012' },
  ArrowUp: { code: 'ArrowUp', keyCode: 38, webdriver: '\uE013' },
  ArrowRight: { code: 'ArrowRight', keyCode: 39, webdriver: '\uE014' },
  ArrowDown: { code: 'ArrowDown', keyCode: 40, webdriver: '\uE015' },
  ' ': { code: 'Space', keyCode: 32, text: ' ', webdriver: ' ' },
};

/** What to send for a key: `Tab`, `Shift+Tab`, `Enter`, ` `, `ArrowRight` …, or a letter to type. */
export function keys(name) {
  if (/^[a-z0-9.-]$/.test(name)) return { key: name, shift: false, code: '', keyCode: name.toUpperCase().charCodeAt(0), text: name, webdriver: name };
  const shift = name.startsWith('Shift+');
  const key = shift ? name.slice(6) : name;
  if (!KEYS[key]) throw new Error(`no key ${name} in tests/browser/drivers/keys.mjs`);
  return { key, shift, ...KEYS[key] };
}
