// What a hall's screen meets in months: a core that fails, slides that stand still, clocks that jump, sleep, turned screens, pulled plugs.
// Nothing of it may be seen, and the slides go on.
import { strict as assert } from 'node:assert';
import { TWO } from '../browsers.mjs';
import { HALL } from './kiosk.mjs';

const HOUR = 3_600_000;
const CHROMIUM = ['chromium', 'chromium69'];

const MONTHS = `${HALL}
  const clock = hallClock;
  const health = () => __months.health();
  const headline = () => one('.stage.on .headline').textContent;
  const turned = async (what, limit) => { const before = front(); await __probe.until(() => front() && front() !== before && __probe.drawn(front()), what || 'the next slide', limit); };
  const next = async (what) => { const before = front(); clock.advance(14000); await __probe.until(() => front() && front() !== before && __probe.drawn(front()), what || 'the next slide'); };
  const shown = () => ({ screen: screen(), slide: Boolean(front() && __probe.visible(front())), faults: all('indicator-chart').filter((each) => each.shadowRoot.querySelector('.error')).length });
  const target = () => visit('fujian-2025', 'intellectual-property', 'fujian-valid-trademarks-2025');
  // By a script of the page's: browsers tell a page nothing of what goes wrong in their driver's.
  const script = (text) => { const one = document.createElement('script'); one.textContent = text; document.body.appendChild(one); };
  const fault = () => script('setTimeout(function () { throw new Error("an error of the test"); }, 0);');
  // Time passes as it does: a bit at once, so that what is drawn meanwhile can be.
  const pass = async (ms) => { for (let left = ms; left > 0; left -= 2000) { clock.advance(Math.min(left, 2000)); await __probe.sleep(10); } };`;

/** Opens the hall with its first slide in sight, as if nothing had ever happened; `asked` is of pages/months.js. */
async function openMonths({ page, open }, asked = '') {
  await page.run('window.name = "";').catch(() => {});
  await open(`hall/months.html${asked}`);
  await page.run(`await __probe.until(() => document.documentElement.hasAttribute('data-ready'), 'the hall'); ${MONTHS} if (!__months.mute) await slide();`);
}

/** A core that fails while it draws a slide, or while a visitor looks: no word of it is seen, and it is counted. */
async function panics({ page, open }) {
  await openMonths({ page, open });
  const seen = await page.run(`${MONTHS}
    const made = __trap.made;
    __trap.target = 'jinhua-rd-intensity-2025';
    clock.advance(12000);
    await __probe.until(() => __trap.failed, 'the core fails');
    await __probe.until(() => front() && front().getAttribute('target').indexOf('fujian') === 0 && __probe.drawn(front()), 'the slide after it');
    const after = shown();
    __trap.target = '';
    await next(); await next();
    const restarts = health().restarts;
    const host = await target();
    __trap.call = 'core_refresh';
    const slider = host.shadowRoot.querySelector('.slider');
    slider.value = slider.max;
    slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await at('targets');
    one('#targets-fujian-valid-trademarks-2025').click();
    await chart();
    clock.advance(61000);
    await slide();
    return { after, restarts, more: health().restarts - restarts, faults: health().lastFaults.map((one) => one.code), fresh: __trap.made > made, end: shown() };`);
  assert.deepEqual(seen.after, { screen: 'attract', slide: true, faults: 0 });
  assert.ok(seen.restarts > 0 && seen.more > 0 && seen.fresh, `counted: ${JSON.stringify(seen)}`);
  assert.ok(seen.faults.every((code) => code === 'panic'), seen.faults.join());
  assert.deepEqual(seen.end, seen.after);
}

/** A timer that the browser forgot, a chart that never says that it is ready: the round begins anew, or goes on with the next. */
async function stuck({ page, open }) {
  await openMonths({ page, open });
  const seen = await page.run(`${MONTHS}
    // The second slide is never followed.
    __months.lose = 12000;
    await next();
    __months.lose = 0;
    const still = front();
    await pass(30000);
    const stands = front() === still && __months.lost === 1;
    const first = health().restarts;
    for (let i = 0; i < 30 && !health().restarts; i += 1) await pass(1000);
    await turned('the round begins anew');
    const stood = { stands, first, restarts: health().restarts, now: all('#progress span').findIndex((each) => each.className === 'now') };
    // The next is never ready: it is left out.
    __months.mute = true;
    clock.advance(11500);
    await __probe.sleep(300);
    __months.mute = false;
    clock.advance(15500);
    await __probe.until(() => all('#progress span').findIndex((each) => each.className === 'now') === 2, 'the one after it');
    return { stood, restarts: health().restarts, end: shown() };`);
  assert.deepEqual(seen, { stood: { stands: true, first: 0, restarts: 1, now: 0 }, restarts: 1, end: { screen: 'attract', slide: true, faults: 0 } });
}

/** Errors of the page's script and promises that nobody heard: the round begins anew; a visitor is led to a screen that is whole. */
async function errors({ page, open }) {
  await openMonths({ page, open });
  const seen = await page.run(`${MONTHS}
    await next();
    fault();
    await turned('the round begins anew');
    const first = { restarts: health().restarts, now: all('#progress span').findIndex((each) => each.className === 'now') };
    // The next ones at once: not before ten seconds have gone.
    script('for (let i = 0; i < 5; i += 1) Promise.reject(new Error("a promise of the test"));');
    await __probe.until(() => health().lastFaults[0].message.indexOf('a promise') === 0, 'it is noted');
    await pass(4000);
    const soon = health().restarts;
    await pass(13000);
    const then = health().restarts;
    await next();
    await pass(11000);
    await target();
    fault();
    await at('plans');
    one('#plans-fujian-2025').click();
    const visitor = screen();
    const all5 = health().lastFaults.find((one) => one.message.indexOf('a promise') === 0);
    await pass(70000);
    await slide();
    return { first, soon, then, visitor, restarts: health().restarts, times: all5.times, reloads: health().reloads, end: shown() };`);
  assert.deepEqual(seen, { first: { restarts: 1, now: 0 }, soon: 1, then: 2, visitor: 'themes', restarts: 3, times: 5, reloads: 0, end: { screen: 'attract', slide: true, faults: 0 } });
}

/** Waits for the page that comes in the place of the one that is marked as old. */
async function fresh(page) {
  for (let i = 0; i < 300; i += 1) {
    const there = await page.run(`return !window.__old && Boolean(document.documentElement) && document.documentElement.hasAttribute('data-ready');`).catch(() => false);
    if (there) return;
    await new Promise((done) => { setTimeout(done, 50); });
  }
  throw new Error('the page does not come back');
}

/** Lets minutes pass, at most until the page loads itself anew; tells whether it did. */
async function reloads(page, minutes) {
  // The call may end with the page that it runs in.
  const stayed = await page.run(`
    window.__old = true;
    const before = __months.health().reloads;
    for (let i = 0; i < args[0] * 30; i += 1) {
      hallClock.advance(2000);
      if (__months.health().reloads !== before) return false;
      if (i % 30 === 0) await new Promise((done) => setTimeout(done, 1));
    }
    return true;`, minutes).catch(() => false);
  if (!stayed) await fresh(page);
  return !stayed;
}

/** Where no slide can be drawn any more the page is loaded anew, ever more rarely, though no storage is allowed; what happened is not forgotten. */
async function rarely({ page, open }) {
  await openMonths({ page, open }, '?mute&storage=forbidden');
  const seen = [];
  for (const minutes of [12, 12, 12, 12, 12, 12]) seen.push(await reloads(page, minutes));
  assert.deepEqual(seen, [true, true, true, true, false, true], 'after ten minutes each; then not before sixteen');
  assert.equal(await page.run('return __months.health().reloads;'), 5);
}

/** The clock set back and forward, and one whose battery is empty. */
async function clocks({ page, open }) {
  await openMonths({ page, open });
  const seen = await page.run(`${MONTHS}
    const faults = [];
    for (const jump of [-2 * ${HOUR}, -400 * 24 * ${HOUR}, 30 * 24 * ${HOUR}, -50 * 365 * 24 * ${HOUR}, 90 * 365 * 24 * ${HOUR}, -40 * 365 * 24 * ${HOUR}]) {
      __months.set(jump);
      await next('the next slide after ' + jump / ${HOUR} + ' h').catch((error) => faults.push(error.message));
      await next('the one after it').catch((error) => faults.push(error.message));
    }
    await target();
    __months.set(-${HOUR});
    await pass(20000);
    const back = screen();
    await pass(41000);
    const idle = screen();
    await slide();
    return { faults, back, idle, restarts: health().restarts };`);
  assert.deepEqual(seen, { faults: [], back: 'target', idle: 'attract', restarts: 0 });
  for (const day of ['1970-01-01', '2001-02-29', '2099-12-31']) {
    await openMonths({ page, open }, `?clock=${day}`);
    const end = await page.run(`${MONTHS} await next(); await next(); await target(); clock.advance(61000); await slide(); return shown();`);
    assert.deepEqual(end, { screen: 'attract', slide: true, faults: 0 }, day);
  }
}

/** Sleep and wake: timers come hours late, or time has passed that no timer knows of. Yesterday's visitor has gone. */
async function sleep({ page, open }) {
  await openMonths({ page, open });
  const seen = await page.run(`${MONTHS}
    const steps = [];
    // Browsers whose time stands still while the machine sleeps.
    await target();
    one('#bar-en').click();
    __months.set(9 * ${HOUR});
    __months.hide(false);
    steps.push(screen(), document.documentElement.lang, all('#target indicator-chart').length);
    await slide();
    await target();
    __months.set(9 * ${HOUR});
    clock.advance(5100);
    steps.push(screen());
    await slide();
    // Others'.
    await target();
    clock.advance(9 * ${HOUR});
    steps.push(screen(), one('#warning').hidden);
    await slide();
    await next();
    clock.advance(9 * ${HOUR});
    await turned();
    steps.push(all('.stage.on').length, all('indicator-chart').length <= 2);
    await next(); await next();
    return { steps, restarts: health().restarts, end: shown() };`);
  assert.deepEqual(seen, { steps: ['attract', 'zh-Hans', 0, 'attract', 'attract', true, 1, true], restarts: 0, end: { screen: 'attract', slide: true, faults: 0 } });
}

/** Hidden for an hour and shown again: nothing is counted, and a slide is there. */
async function hidden({ page, open }) {
  await openMonths({ page, open });
  const seen = await page.run(`${MONTHS}
    __months.hide(true);
    // Nothing is drawn there.
    __months.mute = true;
    for (let i = 0; i < 60; i += 1) { clock.advance(60000); if (i % 10 === 0) await __probe.sleep(5); }
    __months.mute = false;
    const away = health().restarts + health().reloads;
    __months.hide(false);
    await __probe.until(() => front() && __probe.drawn(front()), 'a slide');
    await next(); await next();
    return { away, after: health().restarts + health().reloads, end: shown() };`);
  assert.deepEqual(seen, { away: 0, after: 0, end: { screen: 'attract', slide: true, faults: 0 } });
}

/** The screen is turned while one slide goes over into the next, and while a finger draws. */
async function turnedScreen({ page, open }) {
  await openMonths({ page, open });
  try {
    for (const [width, height] of [[1080, 1920], [1920, 1080], [1080, 1920]]) {
      const started = page.run(`${MONTHS} await next();`);
      await page.resize(width, height);
      await started;
      const fits = await page.run(`${MONTHS} await __probe.frames(3); clock.advance(400);
        await __probe.until(() => front() && __probe.drawn(front()) && front().getBoundingClientRect().width <= innerWidth && front().shadowRoot.querySelector('svg').getBoundingClientRect().width <= innerWidth, 'the slide fits');
        return all('.stage.on').length;`);
      assert.equal(fits, 1);
    }
    const end = await page.run(`${MONTHS}
      const host = await target();
      point(host.shadowRoot.querySelector('.slider'), 'pointerdown');
      return host.getBoundingClientRect().width <= innerWidth;`);
    assert.ok(end);
    await page.resize(1920, 1080);
    const after = await page.run(`${MONTHS} await __probe.frames(3); clock.advance(400); await chart(); await pass(62000); await slide(); return [shown(), health().restarts];`);
    assert.deepEqual(after, [{ screen: 'attract', slide: true, faults: 0 }, 0]);
  } finally {
    await page.resize(1000, 800);
  }
}

/** The touch screen's plug is pulled in the middle of a touch: no finger is ever lifted, or all are called off. The next visitor is served. */
async function unplugged({ page, open }) {
  await openMonths({ page, open });
  const seen = await page.run(`${MONTHS}
    const steps = [];
    for (const end of ['', 'pointercancel']) {
      point(document.body, 'pointerdown', { pointerId: 7 });
      if (end) point(document.body, end, { pointerId: 7 });
      await pass(20000);
      steps.push(screen());
      const host = await target();
      const slider = host.shadowRoot.querySelector('.slider');
      point(slider, 'pointerdown', { pointerId: 7 });
      point(slider, 'pointermove', { pointerId: 7, buttons: 1 });
      if (end) point(slider, end, { pointerId: 7 });
      await pass(46000);
      steps.push(one('#warning').hidden);
      // And again, upon the countdown.
      point(one('#warning'), 'pointerdown', { pointerId: 8 });
      if (end) point(one('#warning'), end, { pointerId: 8 });
      await pass(62000);
      steps.push(screen(), one('#warning').hidden, all('#target indicator-chart').length);
      await slide();
    }
    return { steps, restarts: health().restarts };`);
  const once = ['attract', false, 'attract', true, 0];
  assert.deepEqual(seen, { steps: [...once, ...once], restarts: 0 });
  if (!page.send) return;
  // A real finger, of which nothing more is heard.
  await page.run(`${MONTHS} await target();`);
  const at = await page.run(`${MONTHS} const host = await chart(); const box = host.shadowRoot.querySelector('.slider').getBoundingClientRect(); return { x: Math.round(box.left + box.width / 2), y: Math.round(box.top + box.height / 2) };`);
  await page.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  await page.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: at.x + 40, y: at.y }] });
  await page.run(`${MONTHS} await pass(61000); await slide();`);
  await page.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
  await page.touch([[500, 300]]);
  await page.run(`${MONTHS} await at('plans');`);
}

/** Loaded anew by somebody else while a visitor is there: the slides, in the language of rest; what was counted stays. */
async function reloaded({ page, open }) {
  await openMonths({ page, open });
  const before = await page.run(`${MONTHS} fault(); await turned(); await target(); one('#bar-en').click(); return health().restarts;`);
  await page.run('window.__old = true; setTimeout(() => location.reload(), 0);');
  await fresh(page);
  const seen = await page.run(`${HALL} for (let i = 0; !front() && i < 500; i += 1) await new Promise((done) => setTimeout(done, 20));
    return { lang: document.documentElement.lang, screen: screen(), slide: Boolean(front()), restarts: __months.health().restarts };`);
  assert.deepEqual([before, seen], [1, { lang: 'zh-Hans', screen: 'attract', slide: true, restarts: 1 }]);
}

/** Storage that is full or forbidden. */
async function storage({ page, open }) {
  for (const how of ['full', 'forbidden']) {
    await openMonths({ page, open }, `?storage=${how}`);
    const seen = await page.run(`${MONTHS} await next(); await next(); await target(); clock.advance(61000); await slide(); return { end: shown(), restarts: health().restarts };`);
    assert.deepEqual(seen, { end: { screen: 'attract', slide: true, faults: 0 }, restarts: 0 }, how);
  }
}

const file = { origins: ['file'] };
export default [
  { name: 'kiosk for months: the core fails', run: panics, ...file, mayWarn: true },
  { name: 'kiosk for months: slides stand still', run: stuck, ...file, usually: TWO },
  { name: 'kiosk for months: errors', run: errors, ...file, usually: TWO, mayWarn: true },
  { name: 'kiosk for months: loaded anew, ever more rarely', run: rarely, ...file, browsers: CHROMIUM },
  { name: 'kiosk for months: clocks', run: clocks, ...file, usually: TWO },
  { name: 'kiosk for months: sleep and wake', run: sleep, ...file, usually: TWO },
  { name: 'kiosk for months: hidden and shown', run: hidden, ...file, usually: TWO },
  { name: 'kiosk for months: the screen is turned', run: turnedScreen, ...file, browsers: CHROMIUM },
  { name: 'kiosk for months: the plug is pulled', run: unplugged, ...file, usually: TWO },
  { name: 'kiosk for months: loaded by somebody else', run: reloaded, ...file, usually: TWO, mayWarn: true },
  { name: 'kiosk for months: storage', run: storage, ...file, usually: TWO },
];
