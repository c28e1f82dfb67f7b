// What readers bring along: their own text spacing, fingers, forced colours. Every view, with all that opens opened.
import { strict as assert } from 'node:assert';
import { CASES } from '../cases.mjs';
import { AS_OF } from '../expected.mjs';

const VIEWS = ['trajectory-projected', 'progress-many', 'comparison', 'scorecard', 'timeline', 'listing'];
/** WCAG 2.2, 1.4.12; and what Chinese pages set on their whole text. */
const SPACING = { 'line-height': '1.5', 'letter-spacing': '0.12em', 'word-spacing': '0.16em', 'text-indent': '2em', 'white-space': 'nowrap', 'text-transform': 'uppercase' };

/** Puts the chart of a case into the page, in place of the one before. */
const SHOW = `
  const before = document.getElementById('chart');
  const chart = document.createElement('indicator-chart');
  chart.id = 'chart';
  Object.keys(args[0]).forEach((name) => chart.setAttribute(name, args[0][name]));
  before.parentNode.replaceChild(chart, before);
  await __probe.until(() => __probe.drawn(chart) || (chart.shadowRoot && chart.shadowRoot.querySelector('.table')), 'the chart is drawn');
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));`;

const given = (state, more) => ({ 'as-of': AS_OF, theme: 'light', controls: 'full', ...CASES[state], ...more });

async function spacing({ page, openChart }) {
  await openChart();
  await page.run('Object.keys(args[0]).forEach((name) => document.body.style.setProperty(name, args[0][name]));', SPACING);
  for (const state of VIEWS) {
    for (const lang of ['zh-Hans', 'en']) {
      const faults = await page.run(`${SHOW} return __probe.outside(chart).concat(__probe.crossing(chart));`, given(state, { lang }));
      assert.deepEqual(faults, [], `${state} ${lang}`);
    }
  }
}

async function fingers({ page, openChart }) {
  await openChart();
  for (const state of VIEWS) {
    for (const [size, least] of [['normal', 44], ['large', 60]]) {
      const small = await page.run(`${SHOW}
        chart.shadowRoot.querySelectorAll('[aria-expanded="false"]').forEach((button) => button.click());
        await new Promise((done) => requestAnimationFrame(done));
        return __probe.walk(chart.shadowRoot, [])
          .filter((node) => node.matches('button, select, input, a[href], summary') && __probe.visible(node))
          // A link within a sentence is as high as its line (WCAG 2.2, 2.5.8).
          .filter((node) => !(node.localName === 'a' && node.closest('.foot')))
          .map((node) => [__probe.label(node), Math.round(node.getBoundingClientRect().height), Math.round(node.getBoundingClientRect().width)])
          .filter((one) => one[1] < args[1] || one[2] < args[1]).map((one) => one.join(' '));`, given(state, { 'text-size': size }), least);
      assert.deepEqual(small, [], `${state} ${size}: ${least} px`);
    }
  }
}

/** Marks whose colour can't be told from the ground: a contrast of less than 3:1 (WCAG 2.2, 1.4.11; text 4.5:1). */
const FAINT = `
  const channel = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = (colour) => { const [r, g, b] = colour.match(/[\\d.]+/g).map(Number).map(channel); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const probe = document.createElement('i');
  probe.style.setProperty('background-color', 'Canvas');
  probe.style.setProperty('forced-color-adjust', 'none');
  document.body.appendChild(probe);
  const ground = getComputedStyle(probe).backgroundColor;
  document.body.removeChild(probe);
  const seen = (node) => { const style = getComputedStyle(node); return [style.fill, style.stroke].filter((one) => /^rgb\\(/.test(one)); };
  const faint = [];
  chart.shadowRoot.querySelectorAll('.figure svg [data-role]').forEach((group) => {
    const role = group.getAttribute('data-role');
    // What only stands behind.
    if (/^(grid|track)$/.test(role) || !__probe.visible(group)) return;
    const inks = [];
    group.querySelectorAll('*').forEach((node) => inks.push(...seen(node)));
    if (inks.length && !inks.some((ink) => contrast(ink, ground) >= 3)) faint.push(role + ' ' + inks[0] + ' on ' + ground);
  });
  chart.shadowRoot.querySelectorAll('.figure svg text').forEach((text) => {
    const [ink] = seen(text);
    // A value within its bar.
    if (text.closest('[data-role="observed"]')) return;
    if (ink && contrast(ink, ground) < 4.5) faint.push('text ' + text.textContent + ' ' + ink);
  });
  return Array.from(new Set(faint));`;

async function forced({ page, openChart }) {
  try {
    for (const scheme of ['light', 'dark']) {
      await page.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }, { name: 'prefers-color-scheme', value: scheme }] });
      await openChart();
      for (const state of VIEWS) {
        const faint = await page.run(`${SHOW} ${FAINT}`, given(state, { theme: 'auto' }));
        if (process.env.LOOK) await page.screenshot(`${process.env.LOOK}/forced.${scheme}.${state}.png`);
        assert.deepEqual(faint, [], `${state} ${scheme}`);
      }
    }
  } finally {
    await page.send('Emulation.setEmulatedMedia', { features: [] });
  }
}

export default [
  { name: 'senses: text spacing', run: spacing, origins: ['http'] },
  { name: 'senses: fingers', run: fingers, origins: ['http'], browsers: ['chromium', 'firefox'] },
  { name: 'senses: forced colours', run: forced, origins: ['http'], browsers: ['chromium'] },
];
