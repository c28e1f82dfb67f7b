// Elements of one group: the same years, the same assumption, undo; who joins and who leaves; what is told of it. And the page
// on events, whose own slider drives three charts.
import { strict as assert } from 'node:assert';
import { TWO } from '../browsers.mjs';

/** The members of the page, and what is asked of them. */
const START = `
  const [first, second, other, alone] = ['first', 'second', 'other', 'alone'].map((id) => document.getElementById(id));
  const inner = document.getElementById('host').shadowRoot.querySelector('indicator-chart');
  const members = [first, second, inner];
  const all = members.concat(other, alone);
  for (const chart of all) await __probe.until(() => __probe.drawn(chart) || (chart.scrollIntoView(), false), chart.id + ' is drawn');
  const one = (chart, selector) => chart.shadowRoot.querySelector(selector);
  const frame = async () => { await __probe.frames(2); };
  const put = async (control, value, type) => { control.value = value; control.dispatchEvent(new Event(type || 'change', { bubbles: true, composed: true })); await frame(); };
  const growth = (chart, value) => put(one(chart, '.number'), value);
  const act = async (chart, name) => { one(chart, '[data-act="' + name + '"]').click(); await frame(); };
  const finding = (chart) => one(chart, '[part~="finding"]').textContent;
  const method = (chart) => one(chart, 'select[data-set="method"]').value;
  const until = (chart) => one(chart, 'select[data-set="until"]').value;
  const spent = (chart) => ['undo', 'reset'].map((name) => one(chart, '[data-act="' + name + '"]').getAttribute('aria-disabled')).join();
  // The first and the last year of the axis: not each year has its label, so by where the grid begins and ends.
  const ends = (chart) => {
    const labels = Array.from(chart.shadowRoot.querySelectorAll('svg [data-role="axis"] text')).filter((text) => /^(19|20)[0-9]{2}$/.test(text.textContent));
    const [one, two] = labels.map((text) => ({ year: Number(text.textContent), x: Number(text.getAttribute('x')) })).sort((a, b) => a.year - b.year);
    const box = chart.shadowRoot.querySelector('svg [data-role="grid"]').getBBox();
    return [box.x, box.x + box.width].map((x) => Math.round(one.year + (x - one.x) * (two.year - one.year) / (two.x - one.x))).join();
  };
  // Marks move for a while.
  const still = () => __probe.until(async () => {
    const look = () => all.map((chart) => chart.shadowRoot.innerHTML).join();
    const before = look();
    await __probe.frames(4);
    return look() === before;
  }, 'all stand still');
  const told = [];
  const id = (node) => node && node.id;
  const listen = () => all.forEach((chart) => ['indicator-ready', 'indicator-change', 'indicator-error'].forEach((type) => chart.addEventListener(type, (event) => {
    told.push([type.slice(10), chart.id, event.detail.growth === undefined ? '' : event.detail.growth, event.detail.group || '', id(event.detail.origin) || ''].join(' ')); })));
  const heard = () => told.splice(0);`;

async function assumption({ page, open }) {
  await open('pages/group.html');
  const seen = await page.run(`${START} listen();
    const seen = { before: all.map(finding) };
    await growth(second, '5%');
    seen.percent = { finding: all.map(finding), method: all.map(method), told: heard(), spent: all.map(spent) };
    await growth(first, '0.2');
    seen.figure = { finding: all.map(finding), told: heard() };
    await put(one(second, 'select[data-set="until"]'), '2030');
    seen.until = { until: all.map(until), told: heard().length };
    await act(inner, 'undo');
    await act(first, 'undo');
    seen.back = all.map(finding);
    await act(second, 'undo');
    seen.start = { finding: all.map(finding), spent: all.map(spent) };
    await put(one(inner, 'select[data-set="method"]'), 'assumption');
    await put(one(first, 'select[data-set="method"]'), 'naive').catch(() => {});
    await growth(inner, '3%');
    await act(first, 'reset');
    seen.reset = { finding: all.map(finding), spent: all.map(spent) };
    await act(second, 'undo');
    seen.unreset = all.map((chart) => /3%/.test(finding(chart)));
    return seen;`);
  const { before, percent, figure } = seen;
  assert.deepEqual(percent.finding.map((text) => /5%/.test(text)), [true, true, true, false, false], 'a percentage holds in the whole group, and in no other');
  assert.deepEqual(percent.method.slice(0, 3), ['assumption', 'assumption', 'assumption']);
  assert.deepEqual(percent.finding.slice(3), before.slice(3));
  assert.deepEqual(percent.told, ['change second 5% one second', 'change first 5% one second', 'change inner 5% one second'], 'one event for each, the origin\u2019s first');
  assert.deepEqual(percent.spent, ['false,false', 'false,false', 'false,false', 'true,true', 'true,true']);
  assert.deepEqual(figure.finding.map((text, at) => text !== percent.finding[at]), [true, false, true, false, false], 'a figure holds for charts in its unit');
  assert.equal(figure.told[0], 'change first 0.2 one first');
  assert.deepEqual([...figure.told].sort(), ['change first 0.2 one first', 'change inner 0.2 one first', 'change second 5% one first']);
  assert.deepEqual(seen.until.until.slice(0, 3), ['2030', '2030', '2030']);
  assert.equal(seen.until.told, 3);
  assert.deepEqual(seen.back, percent.finding, 'any member takes back what was chosen in any other');
  assert.deepEqual(seen.start.finding, before);
  assert.deepEqual(seen.start.spent, all5('true,true'));
  assert.deepEqual(seen.reset.finding, before);
  assert.deepEqual(seen.reset.spent.slice(0, 3), all5('false,true').slice(0, 3));
  assert.deepEqual(seen.unreset, [true, true, true, false, false], 'a reset is a step as any other');
}

const all5 = (text) => Array.from({ length: 5 }, () => text);

async function years({ page, open }) {
  await open('pages/group.html');
  const seen = await page.run(`${START}
    await still();
    listen();
    const seen = { ends: all.map(ends) };
    const svg = await second.toSVG();
    seen.file = [/>2013</.test(svg), />2013</.test(await other.toSVG())];
    await put(one(first, 'select[data-set="until"]'), '2030');
    await still();
    seen.later = all.map(ends);
    heard();
    // Whose values reach back furthest leaves.
    const next = inner.nextSibling;
    const { parentNode } = first;
    first.remove();
    inner.remove();
    await still();
    seen.left = [ends(second), ends(other)];
    seen.quiet = heard();
    parentNode.insertBefore(first, second);
    await still();
    seen.again = [ends(first), ends(second)];
    seen.told = heard();
    second.removeAttribute('group');
    await still();
    seen.apart = [ends(second), ends(alone)];
    second.setAttribute('group', 'two');
    await still();
    seen.two = [ends(second), ends(other), ends(first)];
    return seen;`);
  assert.deepEqual(seen.ends.map((ends) => ends === seen.ends[0]), [true, true, true, false, false], `the same years: ${seen.ends.join(' ')}`);
  assert.equal(seen.ends[3], seen.ends[4], 'another group has nothing to do with it');
  assert.deepEqual(seen.file, [true, false], 'a file has these years too');
  assert.deepEqual(seen.later.slice(0, 3).map((ends) => ends.split(',')[1]), ['2030', '2030', '2030']);
  const [left, own] = seen.left;
  assert.equal(left.split(',')[0], own.split(',')[0], 'back to its own years');
  assert.deepEqual(seen.quiet, [], 'years that follow are no change of what is shown');
  assert.equal(seen.again[0], seen.again[1]);
  assert.deepEqual(seen.told, [], 'nor is another place in the page');
  assert.equal(seen.apart[0], seen.apart[1]);
  assert.equal(seen.two[0], seen.two[1]);
  assert.notEqual(seen.two[0], seen.two[2]);
}

/** Who joins takes over what the group assumes; who leaves has again what was before. What a page sets on one holds for all. */
async function members({ page, open }) {
  await open('pages/group.html');
  const seen = await page.run(`${START}
    await growth(alone, '7%');
    await growth(first, '4%');
    listen();
    const has = (text) => all.map((chart) => new RegExp('(^|[^0-9.])' + text).test(finding(chart)));
    alone.group = 'one';
    await frame();
    const seen = { joined: [has('4%'), spent(alone), heard()] };
    await act(alone, 'undo');
    seen.undone = has('4%');
    heard();
    await growth(alone, '6%');
    seen.led = [has('6%'), heard()];
    alone.removeAttribute('group');
    await frame();
    seen.left = [has('7%'), has('6%'), spent(alone), heard()];
    const late = document.createElement('indicator-chart');
    late.id = 'late';
    late.setAttribute('target', 'jinhua-rd-intensity-2025');
    late.setAttribute('group', 'one');
    late.setAttribute('growth', '1%');
    first.parentNode.insertBefore(late, first);
    await __probe.until(() => __probe.drawn(late), 'it is drawn');
    seen.late = [/[^0-9.]6%/.test(finding(late)), finding(late) === finding(first)];
    late.remove();
    // What a page sets.
    heard();
    second.setAttribute('growth', '8%');
    await frame();
    seen.set = [has('8%'), spent(first), heard()];
    second.setAttribute('growth', '8%');
    await frame();
    seen.same = heard();
    first.setAttribute('as-of', '2022-12-31');
    await frame();
    seen.day = [all.map((chart) => one(chart, '[part~="foot"]').textContent.includes('2022-12-31')), heard()];
    second.removeAttribute('growth');
    await frame();
    seen.none = has('8%');
    // A step of one's own is nobody else's.
    await growth(first, '2%');
    heard();
    const compare = one(first, 'select[data-set="compare"]');
    await put(compare, compare.options[1].value);
    seen.own = heard().map((line) => line.split(' ')[1]);
    await act(first, 'undo');
    seen.kept = [has('2%'), compare.value];
    await act(first, 'undo');
    seen.all = has('2%');
    heard();
    await growth(first, 'many');
    seen.wrong = [heard(), one(first, '.number').getAttribute('aria-invalid'), spent(second)];
    await second.update();
    seen.update = heard();
    return seen;`);
  const three = [true, true, true, false, false];
  assert.deepEqual(seen.joined, [[true, true, true, false, true], 'false,false', ['change alone  one alone']]);
  assert.deepEqual(seen.undone, all5(false));
  assert.deepEqual(seen.led[0], [true, true, true, false, true]);
  assert.deepEqual(seen.led[1].map((line) => line.split(' ').pop()), ['alone', 'alone', 'alone', 'alone']);
  assert.deepEqual(seen.left.slice(0, 2), [[false, false, false, false, true], three], 'its own again, and the others keep theirs');
  assert.equal(seen.left[2], 'false,false', 'with its own way back');
  assert.deepEqual(seen.left[3], ['change alone   ']);
  assert.deepEqual(seen.late, [true, true], 'who comes late takes over, whatever its attributes');
  assert.deepEqual(seen.set[0], three);
  assert.equal(seen.set[1], 'true,true', 'an attribute set anew ends what was chosen');
  assert.deepEqual(seen.set[2].sort(), ['change first  one second', 'change inner  one second', 'change second  one second']);
  assert.deepEqual(seen.same, [], 'the same value is no change');
  assert.deepEqual(seen.day[0], three);
  assert.equal(seen.day[1].length, 3);
  assert.deepEqual(seen.none, all5(false));
  assert.deepEqual(seen.own, ['first']);
  assert.deepEqual(seen.kept, [three, '']);
  assert.deepEqual(seen.all, all5(false));
  assert.deepEqual(seen.wrong, [[], 'true', 'true,true'], 'what is not understood goes no further');
  assert.deepEqual(seen.update, [], 'read anew and found the same');
}

/** By the keyboard alone: the slider moves both, and both fingers find the way back. */
async function keyboard({ page, open }) {
  await open('pages/group.html');
  await page.run(`${START} window.__before = all.map(finding); one(first, '.slider').focus(); window.__slider = one(first, '.slider');`);
  await page.press('ArrowRight');
  await page.press('ArrowRight');
  const moved = await page.run(`${START} await frame();
    const seen = { moved: all.map((chart, at) => finding(chart) !== window.__before[at]), kept: first.shadowRoot.activeElement === window.__slider };
    one(inner, '[data-act="undo"]').focus();
    return seen;`);
  assert.deepEqual(moved.moved, [true, false, true, false, false], 'in its unit');
  assert.ok(moved.kept, 'the focus stays');
  await page.press('Enter');
  await page.press('Enter');
  const back = await page.run(`${START} await frame();
    return { same: all.every((chart, at) => finding(chart) === window.__before[at]), focus: __probe.label(__probe.active()), spent: spent(inner) };`);
  assert.ok(back.same, 'each press of the one took back a press of the other');
  assert.match(back.focus, /undo/);
  assert.equal(back.spent, 'true,true');
}

/** Pages that answer events by setting things themselves, and two that would answer each other. */
async function loops({ page, open }) {
  await open('pages/group.html');
  const seen = await page.run(`${START}
    let count = 0;
    document.addEventListener('indicator-change', (event) => {
      count += 1;
      if (count > 200) throw new Error('without end');
      const chart = event.composedPath()[0];
      for (const one of all) if (one !== chart && event.detail.growth) one.setAttribute('growth', event.detail.growth);
    });
    await growth(first, '5%');
    await __probe.frames(10);
    const rested = count;
    await __probe.frames(10);
    return { rested, count, five: all.map((chart) => /5%/.test(finding(chart))) };`);
  assert.ok(seen.rested < 20, `${seen.rested} events`);
  assert.equal(seen.count, seen.rested, 'it has come to rest');
  assert.deepEqual(seen.five, all5(true));
}

/** A link that names a member is the whole group's. */
async function links({ page, open }) {
  await open('pages/group.html');
  const seen = await page.run(`${START}
    members.forEach((chart) => { chart.setAttribute('share', 'link'); });
    await growth(first, '0.3');
    const address = location.hash;
    const fresh = document.createElement('indicator-chart');
    members.forEach((chart) => chart.remove());
    fresh.id = 'first';
    for (const name of ['target', 'group', 'as-of', 'share']) fresh.setAttribute(name, first.getAttribute(name));
    const mate = inner.cloneNode(false);
    mate.setAttribute('as-of', first.getAttribute('as-of'));
    const main = document.querySelector('main');
    main.insertBefore(mate, other);
    main.insertBefore(fresh, other);
    for (const chart of [mate, fresh]) await __probe.until(() => __probe.drawn(chart), 'drawn');
    await frame();
    return { address, both: [finding(fresh), finding(mate)].map((text) => /0\\.3/.test(text)), events: window.__watched.events.filter((event) => event.type === 'indicator-error') };`);
  assert.match(decodeURIComponent(seen.address), /first\?growth=0\.3/);
  assert.deepEqual(seen.both, [true, true]);
  assert.deepEqual(seen.events, []);
}

const PAGE = `
  await __probe.until(() => document.documentElement.hasAttribute('data-ready'), 'the page is ready');
  const byId = (id) => document.getElementById(id);
  const driven = Array.from(document.querySelectorAll('.driven'));
  const members = Array.from(document.querySelectorAll('.member'));
  for (const chart of driven.concat(members)) await __probe.until(() => __probe.drawn(chart) || (chart.scrollIntoView(), false), chart.id + ' is drawn');
  scrollTo(0, 0);
  const finding = (chart) => chart.shadowRoot.querySelector('[part~="finding"]').textContent;`;

async function pageWorks({ page, open, shipped }) {
  await open(`${shipped}events.html`);
  await page.run(`${PAGE} window.__before = driven.map(finding); byId('growth').focus();`);
  await page.press('ArrowRight');
  const seen = await page.run(`${PAGE}
    await __probe.frames(3);
    const seen = { shown: byId('shown').textContent, moved: driven.map((chart, at) => finding(chart) !== window.__before[at]), log: byId('log').textContent };
    const [one, two] = members;
    const typed = one.shadowRoot.querySelector('.number');
    const type = async (text) => { typed.value = text; typed.dispatchEvent(new Event('change', { bubbles: true })); await __probe.frames(3); };
    await type('6.4%');
    seen.linked = members.map((chart) => /6[.]4%/.test(finding(chart)));
    seen.origin = byId('log').firstChild.textContent;
    byId('linked').click();
    await __probe.frames(3);
    seen.apart = members.map((chart) => /6[.]4%/.test(finding(chart)));
    byId('languages').querySelector('[value="en"]').click();
    await __probe.frames(5);
    seen.english = [/\\bIf|Assum/i.test(finding(driven[0])), __probe.visible(byId('slider-title').querySelector('[lang="en"]')), __probe.visible(byId('slider-title').querySelector('[lang="zh-Hans"]'))];
    byId('languages').querySelector('[value="zh-Hant"]').click();
    await __probe.frames(5);
    seen.traditional = __probe.visible(byId('slider-title').querySelector('[lang="zh-Hant"]')) && !__probe.visible(byId('slider-title').querySelector('[lang="zh-Hans"]'));
    return seen;`);
  assert.equal(seen.shown, '5.5%');
  assert.deepEqual(seen.moved, [true, true, true]);
  assert.match(seen.log, /indicator-change #trademarks \{\}/);
  assert.deepEqual(seen.linked, [true, true]);
  assert.match(seen.origin, /"group":"assumption","origin":"#first"/);
  assert.deepEqual(seen.apart, [false, false], 'as before');
  assert.deepEqual(seen.english.slice(1), [true, false]);
  assert.ok(seen.traditional);
}

/** What the script costs while the slider is dragged: told, not judged, for machines differ; but one drawing a frame is all there is. */
async function pageSmooth({ page, open, shipped }) {
  await open(`${shipped}events.html`);
  const seen = await page.run(`${PAGE}
    const slider = byId('growth');
    let changes = 0;
    document.addEventListener('indicator-change', () => { changes += 1; });
    for (let step = 0; step < 40; step += 1) {
      for (let part = 0; part < 3; part += 1) {
        slider.value = String(-10 + step * 0.5 + part * 0.1);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
      }
      await __probe.frames(1);
    }
    await __probe.frames(2);
    const drawings = changes;
    // The same without waiting for frames: what the script takes for a step of all three.
    const times = [];
    for (let step = 0; step < 20; step += 1) {
      const due = changes + 3;
      const start = performance.now();
      driven.forEach((chart) => chart.setAttribute('growth', (step + 0.25) + '%'));
      for (let turn = 0; changes < due && turn < 1000; turn += 1) await undefined;
      times.push(performance.now() - start);
      await __probe.frames(1);
    }
    times.sort((a, b) => a - b);
    return { drawings, median: times[times.length >> 1], most: times[times.length - 1], whole: changes - drawings };`);
  console.log(`       three charts: ${seen.median.toFixed(1)} ms of script for a step of the slider (median of 20; longest ${seen.most.toFixed(1)})`);
  assert.ok(seen.drawings >= 3 * 20 && seen.drawings <= 3 * 42, `${seen.drawings} drawings in 40 frames, of 120 steps`);
  assert.equal(seen.whole, 60, 'each step is drawn at once');
}

async function pageAxe({ open, page, shipped, violations }) {
  await open(`${shipped}events.html`);
  await page.run(PAGE);
  assert.deepEqual(await violations(), []);
}

async function pageNarrow({ page, open, base }) {
  for (const [width, text] of [[320, 100], [640, 200]]) {
    await open(`pages/frame.html#${width},${encodeURIComponent(new URL('dist/events.html', base).href)}`);
    const over = await page.run(`
      const frame = document.getElementById('frame').contentWindow;
      const inner = await __probe.until(() => frame.location.href !== 'about:blank' && frame.document.readyState === 'complete' && frame.document, 'the frame is loaded');
      frame.document.documentElement.style.fontSize = args[0] + '%';
      for (const chart of Array.from(inner.querySelectorAll('indicator-chart'))) { chart.scrollIntoView(); await __probe.until(() => __probe.drawn(chart), 'the chart is drawn'); }
      await __probe.frames(3);
      return inner.documentElement.scrollWidth - inner.documentElement.clientWidth;`, text);
    assert.ok(over <= 0, `${width} px, text at ${text} %: scrolls sideways by ${over} px`);
  }
}

async function pageStrict({ page, open, shipped }) {
  await open(`policy/strict/${shipped}events.html`);
  await page.run(`${PAGE}
    byId('growth').value = '12';
    byId('growth').dispatchEvent(new Event('input', { bubbles: true }));
    await __probe.until(() => /12%/.test(finding(driven[2])), 'the charts follow');`);
}

export default [
  { name: 'group: one assumption', run: assumption, both: true },
  { name: 'group: the same years', run: years },
  { name: 'group: who joins and leaves', run: members },
  { name: 'group by keyboard', run: keyboard },
  { name: 'group: no loops', run: loops, usually: TWO },
  { name: 'group: links', run: links, usually: TWO, origins: ['http'] },
  { name: 'events page works', run: pageWorks },
  { name: 'events page is smooth', run: pageSmooth, origins: ['http'], usually: ['chromium'] },
  { name: 'events page under a strict policy', run: pageStrict, browsers: ['chromium', 'firefox', 'webkit'], origins: ['http'] },
  { name: 'events page narrow', run: pageNarrow, origins: ['http'], usually: TWO },
  { name: 'events page for axe-core', run: pageAxe, browsers: ['chromium'], origins: ['http'] },
];
