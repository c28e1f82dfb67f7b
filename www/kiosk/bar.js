// The bar that stands on every screen: the way back, the languages, strong colours, large text, reading aloud.

import { byId, make, sign } from './dom.js';
import { back, current, deep, onScreen, start } from './screens.js';
import { onState, restTheme, set, state } from './state.js';
import { hush, onVoices, reading, speak, voice } from './voice.js';
import { NAMES, word } from './words.js';

const SIGNS = {
  back: 'M15 4l-8 8 8 8',
  home: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  contrast: 'M12 3a9 9 0 0 1 0 18zM12 3a9 9 0 0 0 0 18',
  large: 'M3 20l6-16 6 16M5 15h8M15 20l3-8 3 8M16 17h4',
  read: 'M4 9v6h4l5 4V5L8 9zM16 9a4 4 0 0 1 0 6M18 6a8 8 0 0 1 0 12',
};

/** Fills the bar; `text()` promises what there is to be read aloud. */
export function bar(languages, text) {
  const nav = byId('bar');
  const button = (name, act) => {
    const label = make('span', { class: 'label' });
    const one = make('button', { type: 'button', id: `bar-${name}` }, sign(SIGNS[name]), label);
    one.addEventListener('click', act);
    return { name, one, label };
  };
  // Whoever touches the bar is there: the screen that waits gives way.
  const arrive = () => current() === 'attract' && start('plans');
  const all = [
    button('back', back),
    button('home', () => start('plans')),
    button('contrast', () => {
      set({ theme: state.theme === 'contrast' ? other() : 'contrast' });
      arrive();
    }),
    button('large', () => {
      set({ text: state.text === 'large' ? 'normal' : 'large' });
      arrive();
    }),
    button('read', () => (reading() ? hush() : text().then((said) => speak(said, state.lang), () => {}))),
  ];
  const [goBack, home, contrast, large, read] = all.map(({ one }) => one);
  const choice = make('div', { class: 'languages', role: 'group' }, ...languages.map((lang) => {
    const one = make('button', { type: 'button', lang, value: lang, id: `bar-${lang}` }, NAMES[lang]);
    one.addEventListener('click', () => {
      set({ lang });
      arrive();
    });
    return one;
  }));
  choice.hidden = languages.length < 2;
  [make('div', { class: 'ways' }, goBack, home), choice, make('div', { class: 'sight' }, read, contrast, large)].forEach((part) => nav.appendChild(part));

  function other() {
    return restTheme() === 'contrast' ? 'light' : restTheme();
  }

  function label() {
    nav.setAttribute('aria-label', word(state.lang, 'bar'));
    choice.setAttribute('aria-label', word(state.lang, 'languages'));
    all.forEach((each) => { each.label.textContent = word(state.lang, each.name === 'read' && reading() ? 'hush' : each.name); });
    Array.from(choice.children).forEach((one) => one.setAttribute('aria-pressed', String(one.value === state.lang)));
    contrast.setAttribute('aria-pressed', String(state.theme === 'contrast'));
    large.setAttribute('aria-pressed', String(state.text === 'large'));
    goBack.hidden = !deep();
    home.hidden = !deep();
    read.hidden = current() !== 'target' || !voice(state.lang);
  }

  onState(label);
  onScreen(label);
  onVoices(label);
  // Keyboards have a key for it.
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) back();
  });
}
