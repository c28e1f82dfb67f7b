// Another dataset for the charts of a page: they are drawn anew from it, a fresh core has it too, and what can't be read changes nothing.
import { strict as assert } from 'node:assert';
import { CHANGED, coded } from '../../packs.mjs';

/** The package of data/ with one value changed. */
const newer = () => coded('2026-03-01', '2.71');

const AT_HAND = `
  const trap = window.__trap;
  const [first, second, third] = ['first', 'second', 'third'].map((id) => document.getElementById(id));
  for (const host of [first, second, third]) {
    host.scrollIntoView();
    await __probe.until(() => __probe.drawn(host), host.id + ' is drawn');
  }
  const api = IndicatorWidgets;
  await api.ready;
  const [given, wanted] = args;
  const value = () => api.observations(wanted[0]).find((row) => row.year === wanted[1]).value;
  const shows = (text, what) => __probe.until(() => first.shadowRoot.querySelector('.table').textContent.includes(text), what);
  const failed = (promise) => promise.then(() => ['', ''], (error) => [error.code, error.message]);`;

async function exchanged({ page, open }) {
  await open('pages/faults.html');
  const { year, ...of } = CHANGED;
  const found = await page.run(`${AT_HAND}
    const before = [value(), __probe.text(first), __probe.text(second)];
    const own = await api.load(null);
    const held = await api.load(given);
    await shows('2.71', 'the chart has the newer value');
    const after = [value(), api.targets().length, __probe.text(second) === before[2]];
    // The languages of the page and its charts stay.
    const refused = [await failed(api.load(given.slice(0, -8))), await failed(api.load('x'))];
    await __probe.frames(2);
    const stays = [value(), first.shadowRoot.querySelector('.table').textContent.includes('2.71')];
    const drawings = [first, second, third].map((host) => host.shadowRoot.querySelectorAll('.chart').length);
    await api.load(null);
    await __probe.until(() => __probe.text(first) === before[1], 'it is as it was');
    return { before: before[0], own, held, after, refused, stays, drawings, back: value(),
      errors: window.__watched.events.filter((event) => event.type === 'indicator-error').length };`, newer(), [of, year]);
  assert.notEqual(found.before, 2.71);
  assert.deepEqual(found.held, { ...found.own, date: '2026-03-01', title: found.held.title });
  assert.ok(found.held.title.length > 10);
  assert.deepEqual(found.after, [2.71, 204, true]);
  assert.deepEqual(found.refused.map(([code]) => code), ['bad-dataset', 'bad-dataset']);
  assert.match(found.refused[0][1], /不完整或已损坏/);
  assert.match(found.refused[1][1], /不是打包的数据/);
  assert.deepEqual(found.stays, [2.71, true]);
  assert.deepEqual([found.drawings, found.back, found.errors], [[1, 1, 1], found.before, 0]);
}

async function restarted({ page, open }) {
  await open('pages/faults.html');
  const { year, ...of } = CHANGED;
  const found = await page.run(`${AT_HAND}
    await api.load(given);
    await shows('2.71', 'the chart has the newer value');
    const panic = (call) => { try { call(); } catch (error) { return error.code; } return ''; };
    trap.torn = true;
    trap.call = 'core_plans';
    const codes = [panic(() => api.plans())];
    await api.ready;
    const after = [value()];
    first.setAttribute('theme', 'dark');
    await __probe.frames(3);
    await shows('2.71', 'the fresh core has it too');
    // A core that fails at another dataset: the one before stays.
    trap.call = 'core_load';
    codes.push((await failed(api.load(null)))[0]);
    await api.ready;
    after.push(value());
    await shows('2.71', 'it is still there');
    return { codes, after, made: trap.made, failed: trap.failed, drawn: [first, second, third].map(__probe.drawn) };`, newer(), [of, year]);
  assert.deepEqual(found, { codes: ['panic', 'panic'], after: [2.71, 2.71], made: 3, failed: 2, drawn: [true, true, true] });
}

export default [
  { name: 'load: other data for every chart', run: exchanged, both: true },
  { name: 'load: after a failure inside', run: restarted },
];
