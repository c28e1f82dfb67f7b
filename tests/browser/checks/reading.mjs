// Reading a drawing mark by mark: by keyboard, mouse and finger; the card, its place, its end; the chart of one target of several.
import { strict as assert } from 'node:assert';
import { TWO } from '../browsers.mjs';

const TARGET = 'fujian-valid-trademarks-2025';
const chartOf = (openChart, more = {}) => openChart({ target: TARGET, 'as-of': '2024-12-31', lang: 'zh-Hans', ...more });

/** What is focused and shown. */
const LOOK = `
  const chart = document.getElementById('chart');
  await __probe.until(() => __probe.drawn(chart), 'the chart is drawn');
  const root = chart.shadowRoot;
  const one = (selector) => root.querySelector(selector);
  const box = (element) => { const rect = element.getBoundingClientRect(); return { left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom }; };
  const marks = Array.from(root.querySelectorAll('.figure svg [data-mark]'));
  const middle = (mark) => { const rect = mark.getBoundingClientRect(); return [rect.left + rect.width / 2, rect.top + rect.height / 2]; };
  const look = () => {
    const [card, mark] = [one('[part~="card"]'), root.activeElement && root.activeElement.closest('[data-mark]')];
    return {
      marks: marks.map((each) => ({ said: each.getAttribute('aria-label'), row: each.getAttribute('data-row'), role: each.getAttribute('data-role'), at: middle(each) })),
      card: card && card.querySelector('.source-heading').textContent, full: Boolean(card && card.getAttribute('role') === 'dialog'),
      within: Boolean(card && card.contains(root.activeElement)), text: card && card.textContent, place: card && box(card),
      links: card ? Array.from(card.querySelectorAll('a'), (link) => link.href) : [],
      focus: mark && mark.getAttribute('aria-label'), stops: root.querySelectorAll('.figure svg [tabindex="0"]').length,
      ring: Boolean(one('.ring')), crosshair: one('.crosshair') && box(one('.crosshair')), figure: box(one('.figure')), section: box(one('.chart')),
      after: one('.controls').getBoundingClientRect().top - one('.chart').getBoundingClientRect().top, high: one('.chart').offsetHeight, said: one('[aria-live]') && one('[aria-live]').textContent, scroll: window.scrollY,
    };
  };`;
const look = (page) => page.run(`${LOOK} return look();`);

/** What axe-core finds, in the browsers that it is made for. */
async function sound(page, violations, what) {
  if (['chromium', 'firefox'].includes(page.name)) assert.deepEqual(await violations(), [], what);
}

async function keyboard({ page, openChart, violations }) {
  await chartOf(openChart);
  const start = await look(page);
  const rows = ['0', '1', '2'].map((row) => start.marks.filter((mark) => mark.row === row).map((mark) => mark.said));
  assert.ok(rows.every((row) => row.length), `marks in three rows: ${JSON.stringify(rows)}`);
  assert.equal(start.stops, 1, 'Tab comes to one mark');
  const heard = await page.run(`${LOOK}
    const svg = one('.figure svg');
    const loud = Array.from(svg.querySelectorAll('text, path, circle, rect')).filter((each) => !each.closest('[aria-hidden="true"], [role="img"]'));
    const named = (name) => one('#' + svg.getAttribute(name)).textContent;
    return { role: svg.getAttribute('role'), name: named('aria-labelledby'), description: named('aria-describedby'), loud: loud.length, tips: svg.querySelectorAll('title').length };`);
  assert.deepEqual([heard.role, heard.loud, heard.tips], ['group', 0, 0], 'the marks alone are heard, and have no tooltips beside their cards');
  assert.ok(heard.name && heard.description.length > heard.name.length);
  await page.run(`document.getElementById('before').focus(); return 0;`);
  await page.press('Tab');
  const seen = await look(page);
  assert.deepEqual([seen.focus, seen.card, seen.full, seen.ring], [rows[0][0], rows[0][0], false, true]);
  const walk = async (key) => {
    await page.press(key);
    const now = await look(page);
    assert.equal(now.card, now.focus, `${key}: the card is the mark's`);
    assert.ok(now.ring && now.stops === 1, `${key}: the focus shows`);
    return now.focus;
  };
  assert.equal(await walk('ArrowRight'), rows[0][1]);
  assert.equal(await walk('ArrowLeft'), rows[0][0]);
  assert.equal(await walk('ArrowLeft'), rows[0][0], 'the first has none before it');
  assert.equal(await walk('End'), rows[0][rows[0].length - 1]);
  assert.equal(await walk('ArrowRight'), rows[1][0], 'what is ahead follows what was');
  assert.equal(await walk('ArrowDown'), rows[2][0]);
  assert.equal(await walk('ArrowUp'), rows[1][rows[1].length - 1], 'the projected year of the deadline');
  assert.equal(await walk('Home'), rows[1][0]);
  assert.equal(await walk('ArrowUp'), rows[0][rows[0].length - 1], 'the nearest year');
  assert.equal((await look(page)).said, '', 'nothing more is announced');
  await sound(page, violations, 'a glance');
  await page.press('Enter');
  const full = await look(page);
  assert.deepEqual([full.full, full.within, full.card], [true, true, rows[0][rows[0].length - 1]]);
  assert.ok(full.text.length > seen.text.length, 'all of it');
  await sound(page, violations, 'a card');
  await page.press('Tab');
  assert.ok((await look(page)).within, 'what it holds is reached by Tab');
  await page.press('Escape');
  const closed = await look(page);
  assert.deepEqual([closed.card, closed.focus], [null, full.card], 'the focus returns to the mark');
  await page.press('ArrowLeft');
  await page.press(' ');
  await page.press('Shift+Tab');
  const back = await look(page);
  assert.deepEqual([back.focus, back.full], [rows[0][rows[0].length - 2], true]);
  await page.press('Shift+Tab');
  const left = await look(page);
  assert.deepEqual([left.focus, left.card, left.ring], [null, null, false], 'nothing stays when it is left');
  await page.press('Tab');
  assert.equal((await look(page)).focus, rows[0][rows[0].length - 2], 'Tab comes back to the mark that was left');
}

async function twoTaps({ page, openChart }) {
  const bare = [];
  for (const [target, lang] of [[TARGET, 'zh-Hant'], ['jinhua-rd-intensity-2025', 'en'], ['fujian-gross-ocean-product-growth-2025', 'zh-Hans']]) {
    await openChart({ target, lang, 'as-of': '2026-06-30' });
    const cards = await page.run(`${LOOK}
      return marks.filter((mark) => mark.getAttribute('data-row') !== '1').map((mark) => {
        mark.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        const card = one('[part~="card"]');
        const about = card ? { name: card.getAttribute('aria-label'), lines: Array.from(card.querySelectorAll('.line'), (line) => line.textContent), links: Array.from(card.querySelectorAll('a'), (a) => [a.protocol, a.rel]) } : {};
        return Object.assign(about, { said: mark.getAttribute('aria-label'), within: card && card.contains(root.activeElement) });
      });`);
    assert.ok(cards.length, 'marks');
    for (const card of cards) {
      assert.equal(card.name, card.said);
      assert.ok(card.within, 'a screen reader is led into the card');
      const none = card.lines.some((line) => /^(no public link known|未找到公开链接|未找到公開連結)$/.test(line));
      if (none === card.links.length > 0) bare.push(`${target} ${card.said}: ${card.lines.join(' | ')}`);
      for (const [protocol, rel] of card.links) assert.ok(/^https?:$/.test(protocol) && rel === 'noopener');
    }
  }
  assert.deepEqual(bare, [], 'each has a link, or says that none is known');
}

async function mouse({ page, openChart }) {
  await chartOf(openChart);
  await page.run(`document.getElementById('chart').scrollIntoView({ block: 'start' }); return 0;`);
  const start = await look(page);
  for (const mark of start.marks) {
    // In a plot the year is enough, but for several marks in one.
    const alone = start.marks.filter((other) => Math.abs(other.at[0] - mark.at[0]) < 2).length === 1;
    await page.hover([mark.at[0] + 1, alone ? start.figure.top + 40 : mark.at[1] + 1]);
    const now = await look(page);
    assert.equal(now.card, mark.said);
    assert.ok(!now.full);
    const [x, y] = mark.at;
    assert.ok(x < now.place.left || x > now.place.right || y < now.place.top || y > now.place.bottom, `the card of ${mark.said} covers it`);
    assert.ok(now.place.left >= now.section.left - 1 && now.place.right <= now.section.right + 1, 'the card is within the chart');
    assert.ok(Math.abs(now.crosshair.left - x) < 2, 'the crosshair stands at the mark');
    assert.ok(Math.abs(now.after - start.after) < 0.1 && now.high === start.high, 'nothing moves');
  }
  const behind = await page.run(`${LOOK}
    const order = Array.from(one('.figure svg').children);
    const at = (selector) => order.findIndex((each) => each.matches(selector));
    return [at('.crosshair'), at('[data-role="observed-line"]'), at('[data-role="observed"]'), at('[data-role="projection"]')];`);
  assert.ok(behind.every((place, i) => i === 0 ? place >= 0 : place > behind[0]), `the crosshair is behind the data: ${behind}`);
  await page.hover([start.figure.left + 5, Math.max(start.section.top - 30, 1)]);
  await page.run(`${LOOK} await __probe.until(() => !one('[part~="card"]') && !one('.crosshair') && !one('.spot'), 'the card goes with the pointer', 2000); return 0;`);
  const first = start.marks[0];
  await page.drag([first.at]);
  const full = await look(page);
  assert.deepEqual([full.card, full.full, full.focus], [first.said, true, first.said]);
  await page.hover(start.marks[1].at);
  assert.equal((await look(page)).card, first.said, 'a card to be read stays');
  const close = await page.run(`${LOOK} return middle(one('[data-close]'));`);
  await page.drag([close]);
  const closed = await look(page);
  assert.deepEqual([closed.card, closed.focus], [null, first.said]);
  await page.drag([first.at]);
  await page.drag([[start.section.left + 2, start.section.top + 2]]);
  assert.equal((await look(page)).card, null, 'a click elsewhere closes it');
  await page.hover(start.marks[1].at);
  assert.equal((await look(page)).card, start.marks[1].said);
  await page.press('Escape');
  assert.equal((await look(page)).card, null, 'Escape closes what hovers');
}

async function finger({ page, openChart, violations }) {
  await page.resize(360, 800);
  try {
    await chartOf(openChart);
    await page.run(`document.getElementById('chart').scrollIntoView({ block: 'start' }); await __probe.frames(3); return 0;`);
    const start = await look(page);
    const [first, second] = start.marks;
    await page.touch([first.at]);
    const tapped = await look(page);
    assert.deepEqual([tapped.card, tapped.full], [first.said, true]);
    assert.ok(tapped.place.top >= tapped.figure.bottom - 1, 'in a narrow chart the card is below the figure');
    assert.deepEqual([tapped.after, tapped.high, tapped.scroll], [start.after, start.high, start.scroll], 'nothing moves');
    await sound(page, violations, 'a card below');
    const y = (start.figure.top + start.figure.bottom) / 2;
    await page.touch([[first.at[0], y], [first.at[0] + 12, y], [(first.at[0] + second.at[0]) / 2, y], [second.at[0], y]]);
    const scrubbed = await look(page);
    assert.deepEqual([scrubbed.card, scrubbed.full, scrubbed.scroll], [second.said, true, start.scroll], 'a finger that is drawn across reads year by year');
    await page.touch([[start.section.left + 4, start.section.top + 4]]);
    assert.equal((await look(page)).card, null, 'a tap elsewhere closes');
    // The page still scrolls under a finger.
    await page.run(`document.body.style.paddingBottom = '2000px'; return 0;`);
    const up = Array.from({ length: 12 }, (_, i) => [first.at[0] + 30, y + 80 - 20 * i]);
    await page.touch(up);
    await page.run(`await __probe.until(() => window.scrollY > ${start.scroll} + 60, 'the page scrolls', 3000); return 0;`);
    assert.equal((await look(page)).card, null, 'what was touched in passing closes');
  } finally {
    await page.resize(1000, 800);
  }
}

/** A drawing made anew keeps what is focused and shown. */
async function redrawn({ page, openChart }) {
  await chartOf(openChart);
  const seen = await page.run(`${LOOK}
    const seen = {};
    const mark = (at) => one('.figure svg [data-mark="' + at + '"]');
    mark(2).focus();
    const old = mark(2);
    chart.setAttribute('theme', 'dark');
    await __probe.until(() => mark(2) !== old, 'drawn anew');
    await __probe.frames(2);
    seen.kept = [root.activeElement === mark(2), Boolean(one('[part~="card"]')), mark(2).getAttribute('tabindex')];
    chart.setAttribute('lang', 'en');
    await __probe.until(() => /actual/.test(mark(2).getAttribute('aria-label')), 'in English');
    seen.english = one('[part~="card"] .source-heading').textContent === mark(2).getAttribute('aria-label');
    return seen;`);
  assert.deepEqual(seen.kept, [true, true, '0']);
  assert.ok(seen.english, 'the card speaks the new language');
}

/** From a plan's tiles to the chart of one target and back. */
async function opens({ page, openChart, violations }) {
  await openChart({ target: '', plan: 'jinhua-2025', view: 'scorecard', lang: 'zh-Hans' });
  const tiles = await page.run(`${LOOK}
    await __probe.until(() => one('.figure svg [data-mark]'), 'tiles');
    window.__opened = [];
    chart.addEventListener('indicator-open', (event) => { window.__opened.push(event.detail.target); if (window.__prevent) event.preventDefault(); });
    const all = Array.from(root.querySelectorAll('.figure svg [data-mark]'));
    all[0].focus();
    return all.map((each) => each.getAttribute('aria-label'));`);
  assert.ok(tiles.length > 10, 'a tile for each target');
  await sound(page, violations, 'tiles');
  await page.press('ArrowRight');
  assert.equal((await look(page)).focus, tiles[1]);
  await page.press('ArrowDown');
  const below = (await look(page)).focus;
  assert.ok(tiles.indexOf(below) > 1, 'down leads on');
  const lined = await page.run(`${LOOK}
    const left = (name) => marks.find((one) => one.getAttribute('aria-label') === name).getBoundingClientRect().left;
    return args.map(left);`, tiles[1], below);
  assert.equal(lined[0], lined[1], 'within its column');
  await page.press('Enter');
  await page.run(`${LOOK} one('[data-open]').focus(); return 0;`);
  await page.press('Enter');
  const opened = await page.run(`${LOOK}
    await __probe.until(() => one('[data-back]') && one('[data-role="axis"]'), 'the chart of the target');
    return { opened: window.__opened, focus: root.activeElement === one('[data-back]'), title: one('.title').textContent };`);
  assert.equal(opened.opened.length, 1);
  assert.ok(opened.focus, 'the focus is at the way back');
  await sound(page, violations, 'the target');
  await page.press('Escape');
  const back = await look(page);
  assert.deepEqual([back.focus, back.card, back.marks.length], [below, null, tiles.length], 'back at the tile');
  const links = await page.run(`${LOOK}
    const found = [];
    for (const link of ['/charts?of={target}#x', 'https://example.org/{target}', 'javascript:alert(1)//{target}', ' JaVaScript:{target}', 'java\\tscript:{target}', 'data:text/html,{target}', 'none']) {
      const old = one('.figure svg');
      chart.setAttribute('link', link);
      await __probe.until(() => one('.figure svg') !== old && one('.figure svg [data-mark]'), 'drawn anew');
      one('.figure svg [data-mark]').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      const anchor = one('.card-acts a');
      found.push(anchor ? anchor.getAttribute('href') : Boolean(one('.card-acts [data-open]')));
    }
    window.__prevent = true;
    one('[data-open]').click();
    found.push(!one('[data-back]') && window.__opened.length === 2);
    return found;`);
  const [id] = opened.opened;
  assert.ok(/^[a-z0-9-]+$/.test(id));
  const [relative, web, ...refused] = links;
  assert.ok(/^\/charts\?of=[a-z0-9-]+#x$/.test(relative) && /^https:\/\/example\.org\/[a-z0-9-]+$/.test(web), `${relative} ${web}`);
  assert.ok(refused.every((one) => one === true), `no other scheme, and the page may do something else: ${JSON.stringify(links)}`);
}

/** Sixty tiles are read without a wait. */
async function quick({ page, openChart }) {
  await openChart({ target: '', plan: 'quanzhou-2025', view: 'scorecard' });
  const times = await page.run(`${LOOK}
    await __probe.until(() => one('.figure svg [data-role="tile"]'), 'tiles');
    const timed = async (action) => {
      const start = performance.now();
      await action();
      return performance.now() - start;
    };
    const cards = [];
    const whole = [];
    const all = () => root.querySelectorAll('.figure svg [data-mark]');
    for (let i = 0; i < all().length; i += 1) {
      // Drawn anew meanwhile, it is another one.
      const mark = all()[i];
      cards.push(await timed(() => {
        mark.focus({ preventScroll: true });
        one('[part~="card"]').getBoundingClientRect();
      }));
    }
    // A question draws the chart anew.
    for (let i = 0; i < cards.length; i += 1) whole.push(await timed(() => chart.toSVG()));
    const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
    return { count: cards.length, card: median(cards), whole: median(whole) };`);
  assert.ok(times.count >= 40, `${times.count} tiles`);
  // By ratio, side by side: machines differ.
  assert.ok(times.card < 2 * times.whole, `a card takes ${times.card.toFixed(1)} ms, the whole drawing ${times.whole.toFixed(1)} ms`);
}

async function strict({ page, open }) {
  await open('policy/strict/pages/one.html');
  await page.run(`${LOOK}
    marks[0].focus();
    marks[1].dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    if (!one('[part~="card"]')) throw new Error('no card');
    return 0;`);
}

export default [
  { name: 'reading by keyboard', run: keyboard },
  { name: 'reading in two taps', run: twoTaps, usually: TWO },
  { name: 'reading by mouse', run: mouse },
  { name: 'reading by finger', run: finger, browsers: ['chromium', 'chromium69'] },
  { name: 'reading goes on', run: redrawn },
  { name: 'reading opens a target', run: opens },
  { name: 'reading is quick', run: quick, origins: ['http'], usually: TWO },
  { name: 'reading under a strict policy', run: strict, browsers: ['chromium'], origins: ['http'] },
];
