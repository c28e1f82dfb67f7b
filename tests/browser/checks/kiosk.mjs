// The hall's page: the round of slides, a visit from plan to source, what is forgotten after it, and touches that do no harm.
import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { TWO } from '../browsers.mjs';

/** What the checks ask of the page; `tap` is what is left of a touch where the driver has none: a click of a pointer. */
export const HALL = `const one = (selector) => document.querySelector(selector);
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const screen = () => document.documentElement.getAttribute('data-screen');
  const front = () => one('.stage.on indicator-chart');
  const slide = () => __probe.until(() => front() && __probe.drawn(front()) && one('.stage.on .headline').textContent && one('.stage.on'), 'a slide');
  const at = (name) => __probe.until(() => screen() === name, 'the screen ' + name);
  const chart = () => __probe.until(() => { const shown = all('#target indicator-chart').filter((each) => !each.hidden); return shown.length === 1 && __probe.drawn(shown[0]) && shown[0]; }, 'the chart of a target');
  const point = (node, type, more) => node.dispatchEvent(new PointerEvent(type, Object.assign({ bubbles: true, cancelable: true, composed: true, pointerType: 'touch', isPrimary: true }, more)));
  const enter = async () => { point(document.body, 'pointerdown'); point(document.body, 'pointerup'); await at('plans'); };
  const visit = async (plan, theme, target) => { await enter(); one('#plans-' + plan).click(); one('#themes-' + theme).click(); one('#targets-' + target).click(); return chart(); };
  const tab = (name) => one('.tabs [value="' + name + '"]');`;

/** Opens a hall of tests/browser/hall.mjs, its first slide in sight. */
export async function openHall({ page, open }, name = 'kiosk') {
  await open(`hall/${name}.html`);
  await page.run(`await __probe.until(() => document.documentElement.hasAttribute('data-ready'), 'the hall'); ${HALL} if (args[0]) await slide();`, name !== 'bare');
}

/** The page as it ships: one file, no request but for itself, slides, a touch that enters. */
async function ships({ page, open, shipped }) {
  await open(`${shipped}kiosk.html`);
  const seen = await page.run(`${HALL}
    await slide();
    const headline = one('.stage.on .headline').textContent;
    const small = parseFloat(getComputedStyle(front()).fontSize);
    await enter();
    const slides = all('#progress span').length;
    return { slides, headline, title: document.title, name: one('#name').textContent, plans: all('#plans .tile').length, hall: Math.min(innerWidth, innerHeight) / 45,
      headlineSize: parseFloat(getComputedStyle(one('.stage .headline')).fontSize), small, links: all('a[href]').length, fields: all('input, select, textarea').length };`);
  assert.ok(seen.slides >= 5, `${seen.slides} slides`);
  assert.ok(seen.headline.length > 6, seen.headline);
  assert.equal(seen.title, seen.name);
  assert.equal(seen.plans, 5);
  assert.ok(seen.headlineSize >= seen.hall * 1.9 && seen.small >= seen.hall * 0.85, `large type: ${seen.headlineSize}, ${seen.small} of ${seen.hall}`);
  assert.deepEqual([seen.links, seen.fields], [0, 0], 'nothing that leads out, nothing to type into');
  const asked = (await page.requests()).filter((url) => !/\/(kiosk\.html|watch\.js|favicon\.ico|indicator-widgets-data\.js)$|^(data|blob|about):/.test(url));
  assert.deepEqual(asked, [], 'requests but for newer data beside it');
}

/** Every slide of a round differs from the last; two stages, and one chart on them between changes. */
async function slides({ page, open }) {
  await openHall({ page, open });
  const round = await page.run(`${HALL}
    const seen = [];
    for (let i = 0; i < all('#progress span').length + 1; i += 1) {
      const stage = await slide();
      // What is drawn to another height moves there shortly.
      await __probe.sleep(300);
      seen.push({ headline: stage.querySelector('.headline').textContent, picture: front().shadowRoot.querySelector('.figure svg').outerHTML, now: all('#progress span').findIndex((each) => each.className === 'now'),
        view: stage.getAttribute('data-view') });
      const before = front();
      hallClock.advance(1700);
      if (all('indicator-chart').length !== 1) seen.push({ charts: all('indicator-chart').length });
      hallClock.advance(20000);
      await __probe.until(() => front() !== before && __probe.drawn(front()), 'the next slide');
    }
    const place = () => one('#hall').style.transform;
    const places = [place()];
    for (let minute = 0; minute < 40; minute += 1) { hallClock.advance(60100); places.push(place()); }
    return { seen, places, waiting: hallClock.waiting() };`);
  const hashes = round.seen.map(({ picture }) => createHash('sha256').update(picture ?? '').digest('hex'));
  const last = round.seen.length - 1;
  assert.deepEqual(round.seen.map(({ now }) => now), [...Array(last).keys(), 0], 'the clock of progress');
  assert.equal(new Set(hashes.slice(0, last)).size, last, 'each slide has a picture of its own');
  assert.equal(hashes[last], hashes[0], 'and the round begins anew with the first');
  // Firefox leaves a second 0 out.
  const far = round.places.map((place) => /^translate\((-?\d+)px(?:, (-?\d+)px)?\)$/.exec(place).slice(1).map((one) => Number(one || 0)));
  assert.ok(new Set(round.places).size > 20 && far.flat().every((one) => Math.abs(one) <= 8), `against burn-in: ${round.places}`);
  const steps = far.slice(1).map((place, i) => Math.max(...place.map((one, axis) => Math.abs(one - far[i][axis]))));
  assert.ok(Math.max(...steps) <= 3, 'too little to be seen');
  assert.ok(round.waiting <= 8, `${round.waiting} timers`);
}

/** What can't be drawn is left out, and nobody sees it; where nothing can be, the title stays and a touch enters all the same. */
async function faulty({ page, open }) {
  await openHall({ page, open }, 'faulty');
  const marks = await page.run(`${HALL}
    const first = front();
    hallClock.advance(10500);
    await __probe.until(() => front() !== first, 'the next slide that can be drawn');
    await __probe.until(() => front() && __probe.drawn(front()), 'its picture');
    return { now: all('#progress span').findIndex((each) => each.className === 'now'), text: one('.stage.on').textContent };`);
  assert.equal(marks.now, 3);
  assert.ok(!/atlantis|error|x$/i.test(marks.text), marks.text);
  await openHall({ page, open }, 'bare');
  const bare = await page.run(`${HALL}
    await __probe.sleep(200);
    const text = document.body.innerText;
    const dark = one('#night').style.opacity;
    const languages = __probe.visible(one('.languages'));
    await enter();
    const light = one('#night').style.opacity;
    one('#plans-linxia-2023').click(); one('#themes-economy').click(); one('#targets .tile').click();
    await chart();
    return { text, dark, light, languages, tabs: __probe.visible(one('.tabs')), on: all('.stage.on').length };`);
  assert.ok(!/atlantis|target/i.test(bare.text.replace(/targets/gi, '')), bare.text);
  assert.deepEqual({ ...bare, text: '' }, { text: '', dark: '0.6', light: '0', languages: false, tabs: false, on: 0 });
}

/** From the plans to a target, its assumption, other places, source, table, and all the way back. */
async function visit({ page, open }) {
  await openHall({ page, open });
  const seen = await page.run(`${HALL}
    const steps = [];
    const host = await visit('fujian-2025', 'intellectual-property', 'fujian-valid-trademarks-2025');
    const part = (selector) => Array.from(host.shadowRoot.querySelectorAll(selector)).filter(__probe.visible);
    steps.push(one('#target .title').textContent, all('.tabs button').map((each) => each.value).join());
    const finding = () => host.shadowRoot.querySelector('.finding').textContent;
    const before = finding();
    const slider = part('.slider')[0];
    slider.value = slider.max;
    slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    slider.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await __probe.until(() => finding() !== before, 'the assumption is drawn');
    const assumed = finding();
    steps.push(part('.number, select, .link, a').length);
    tab('source').click();
    await __probe.until(() => part('.quote').length, 'the wording');
    steps.push(part('.figure').length, part('.link').length);
    tab('table').click();
    await __probe.until(() => part('.table').length, 'the table');
    tab('chart').click();
    await __probe.until(() => part('.figure svg').length, 'the chart');
    steps.push(finding() === assumed, part('.table, .quote').length);
    one('#bar-back').click(); steps.push(screen());
    one('#targets-fujian-valid-trademarks-2025') && steps.push('kept');
    one('#bar-back').click(); steps.push(screen());
    one('#bar-back').click(); steps.push(screen(), __probe.visible(one('#bar-back')));
    return steps;`);
  assert.deepEqual(seen, ['福建省 有效注册商标量', 'chart,compare,source,table', 0, 0, 0, true, 0, 'targets', 'kept', 'themes', 'plans', false]);
  const compared = await page.run(`${HALL}
    one('#plans-quanzhou-2025').click();
    const theme = all('#themes .tile').map((each) => each.id);
    for (const id of theme) {
      document.getElementById(id).click();
      const tile = one('#targets-quanzhou-manufacturing-quality-index-2025');
      if (tile) { tile.click(); break; }
      one('#bar-back').click();
    }
    await chart();
    tab('compare').click();
    const beside = await chart();
    const seen = { view: beside.getAttribute('view'), marks: __probe.marks(beside).target };
    tab('chart').click();
    const own = await chart();
    return Object.assign(seen, { charts: all('#target indicator-chart').length, own: own.getAttribute('target') });`);
  assert.deepEqual({ ...compared, marks: compared.marks > 2 }, { view: 'comparison', marks: true, charts: 1, own: 'quanzhou-manufacturing-quality-index-2025' });
}

/** Another language on every screen changes what it says, chart and all; strong colours and large text likewise. */
async function languages({ page, open }) {
  await openHall({ page, open });
  const seen = await page.run(`${HALL}
    const faults = [];
    const words = () => document.body.innerText.replace(/\\s+/g, ' ');
    const look = async (name, wait) => {
      for (const lang of ['zh-Hant', 'en', 'zh-Hans']) {
        const before = words();
        document.getElementById('bar-' + lang).click();
        await wait(lang);
        const after = words();
        if (before === after || document.documentElement.lang !== lang || /undefined|NaN|null|\\{\\w+\\}/.test(after)) faults.push(name + ' ' + lang);
        if (lang === 'en' && (after.replace(/简体中文|繁體中文/g, '').match(/[\\u4e00-\\u9fff]/g) || []).length > 0) faults.push(name + ': ' + /.{0,9}[\\u4e00-\\u9fff]+.{0,9}/.exec(after.replace(/简体中文|繁體中文/g, ''))[0]);
      }
    };
    document.getElementById('bar-en').click();
    if (screen() !== 'plans') faults.push('the bar of the slides enters');
    const soon = () => __probe.frames(1);
    await look('plans', soon);
    one('#plans-fujian-2025').click();
    await look('themes', soon);
    one('#themes-intellectual-property').click();
    await look('targets', soon);
    one('#targets-fujian-valid-trademarks-2025').click();
    const host = await chart();
    await look('target', (lang) => __probe.until(() => host.shadowRoot.querySelector('.frame').lang === lang, 'the chart in ' + lang));
    one('#bar-contrast').click();
    one('#bar-large').click();
    await __probe.until(() => host.shadowRoot.querySelector('.frame.contrast.large'), 'strong colours and large text');
    const size = parseFloat(getComputedStyle(document.documentElement).fontSize);
    one('#bar-contrast').click();
    one('#bar-large').click();
    await __probe.until(() => host.shadowRoot.querySelector('.frame.light:not(.large)'), 'and back');
    if (!(parseFloat(getComputedStyle(document.documentElement).fontSize) < size)) faults.push('large text');
    return faults;`);
  assert.deepEqual(seen, []);
}

/** The countdown, called off by the button and by a touch anywhere, then not: nothing of the visitor is left. */
async function idle({ page, open }) {
  await openHall({ page, open });
  const seen = await page.run(`${HALL}
    const first = one('.stage.on .headline').textContent;
    const asked = () => !one('#warning').hidden;
    const fresh = all('*').length;
    const steps = [];
    const host = await visit('fujian-2025', 'intellectual-property', 'fujian-valid-trademarks-2025');
    hallClock.advance(44000);
    steps.push(asked());
    hallClock.advance(1500);
    steps.push(asked());
    const number = () => Number(one('#warning-number').textContent);
    const before = number();
    hallClock.advance(3000);
    steps.push(before - number());
    one('#go-on').click();
    steps.push(asked(), screen());
    hallClock.advance(46000);
    steps.push(asked());
    point(one('#warning'), 'pointerdown');
    steps.push(asked());
    point(one('#warning'), 'pointerup');
    steps.push(asked(), screen());
    hallClock.advance(46000);
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }));
    steps.push(asked());
    for (const id of ['bar-en', 'bar-contrast', 'bar-large']) document.getElementById(id).click();
    const slider = host.shadowRoot.querySelector('.slider');
    slider.value = slider.max;
    slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    tab('source').click();
    one('#target .scroller').scrollTop = 100;
    hallClock.advance(61000);
    await slide();
    await __probe.until(() => one('.stage.on .headline').textContent === first, 'the first slide in the first language');
    hallClock.advance(1700);
    const root = document.documentElement;
    const left = { screen: screen(), asked: asked(), lang: root.lang, theme: root.getAttribute('data-theme'), text: root.getAttribute('data-text'), chart: all('#target indicator-chart').length,
      tiles: all('.tile').length, focus: document.activeElement === document.body, selection: String(getSelection()), scroll: [scrollX, scrollY, one('#target .scroller').scrollTop].join(), more: all('*').length - fresh,
      stored: (() => { try { return localStorage.length + sessionStorage.length; } catch (error) { return 0; } })(), hash: location.hash };
    const again = await visit('fujian-2025', 'intellectual-property', 'fujian-valid-trademarks-2025');
    const anew = again.shadowRoot.querySelector('.slider');
    return { steps, left, moved: anew.value === anew.max, way: tab('chart').getAttribute('aria-pressed') };`);
  assert.deepEqual(seen.steps, [false, true, 3, false, 'target', true, true, false, 'target', false]);
  assert.deepEqual({ ...seen.left, more: Math.abs(seen.left.more) < 3 }, { screen: 'attract', asked: false, lang: 'zh-Hans', theme: 'light', text: 'normal', chart: 0, tiles: 0, focus: true, selection: '', scroll: '0,0,0', more: true, stored: 0, hash: '' });
  assert.deepEqual([seen.moved, seen.way], [false, 'true']);
}

/** No menu, marking, zoom, ghost, drop; ten fingers and a palm leave the page as it is. */
async function safe({ page, open }) {
  await openHall({ page, open });
  const seen = await page.run(`${HALL}
    const held = (type, make) => { const event = make || new Event(type, { bubbles: true, cancelable: true }); return !(one('.tile') || document.body).dispatchEvent(event); };
    const kept = ['contextmenu', 'selectstart', 'dragstart', 'dragover', 'drop', 'gesturestart', 'copy'].filter((type) => !held(type));
    const events = [new WheelEvent('wheel', { ctrlKey: true, bubbles: true, cancelable: true }), new KeyboardEvent('keydown', { key: '+', ctrlKey: true, bubbles: true, cancelable: true }),
      new KeyboardEvent('keydown', { key: 'F3', bubbles: true, cancelable: true }), new MouseEvent('mousedown', { button: 1, bubbles: true, cancelable: true })];
    events.forEach((event) => held('', event) || kept.push(event.type + event.key));
    const style = (node, name) => getComputedStyle(node).getPropertyValue(name) || getComputedStyle(node).getPropertyValue('-webkit-' + name);
    const look = [style(document.body, 'user-select'), style(document.body, 'touch-action') || 'none', style(document.documentElement, 'overflow')];
    await enter();
    // The touch that entered ends in a click upon a tile.
    one('.tile').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
    const ghost = screen();
    hallClock.advance(400);
    one('.tile').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
    const chosen = screen();
    for (let round = 0; round < 30; round += 1) {
      for (let finger = 0; finger < 10; finger += 1) point(all('.tile, button, body')[(round * 7 + finger) % 20], 'pointerdown', { pointerId: finger + 2, isPrimary: finger === 0 });
      for (let finger = 0; finger < 10; finger += 1) point(all('.tile, button, body')[(round * 3 + finger) % 20], finger % 3 ? 'pointerup' : 'pointercancel', { pointerId: finger + 2, isPrimary: finger === 0 });
    }
    return { kept, look, ghost, chosen, after: screen(), scroll: scrollX + scrollY };`);
  assert.deepEqual(seen, { kept: [], look: ['none', 'none', 'hidden'], ghost: 'plans', chosen: 'themes', after: 'themes', scroll: 0 });
  if (!page.send) return;
  // Real fingers.
  const width = 1000;
  const points = Array.from({ length: 10 }, (_, id) => ({ x: 60 + (id * 97) % (width - 120), y: 80 + (id * 173) % 640, id, radiusX: id ? 8 : 60, radiusY: id ? 8 : 60 }));
  for (let round = 0; round < 6; round += 1) {
    await page.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points });
    for (let move = 1; move < 4; move += 1) {
      await page.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points.map((one) => ({ ...one, x: one.x + (one.id - 5) * move * 12, y: one.y + (one.id - 5) * move * 9 })) });
    }
    await page.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
  const after = await page.run(`${HALL} const view = window.visualViewport || { scale: 1 };
    return { screen: screen(), scale: view.scale, scroll: scrollX + scrollY, selection: String(getSelection()), warning: one('#warning').hidden };`);
  assert.deepEqual(after, { screen: 'themes', scale: 1, scroll: 0, selection: '', warning: true });
}

/** By the keyboard alone: in, to a target, and out again. */
async function keyboard({ page, open }) {
  await openHall({ page, open });
  await page.press('Enter');
  await page.run(`${HALL} await at('plans'); await __probe.sleep(400);`);
  for (const [name, screen] of [['plans-', 'themes'], ['themes-', 'targets'], ['targets-', 'target']]) {
    for (let i = 0; ; i += 1) {
      assert.ok(i < 30, `Tab comes to a tile of ${name}`);
      await page.press('Tab');
      if (await page.run('return document.activeElement.id.indexOf(args[0]) === 0;', name)) break;
    }
    assert.equal(await page.run(`return __probe.showsFocus ? 1 : getComputedStyle(document.activeElement).outlineStyle !== 'none' ? 1 : 0;`), 1, 'the focus is seen');
    await page.press('Enter');
    await page.run(`${HALL} await at(args[0]);`, screen);
  }
  await page.run(`${HALL} await chart();`);
  for (const screen of ['targets', 'themes', 'plans']) {
    await page.press('Escape');
    await page.run(`${HALL} await at(args[0]);`, screen);
  }
}

/** Read aloud by a voice of the machine's own alone; ended with the screen. The screen is kept on. */
async function senses({ page, open }) {
  await openHall({ page, open });
  const seen = await page.run(`${HALL}
    if (!window.speechSynthesis) return 'none';
    const said = [];
    let voices = [{ lang: 'zh-CN', localService: false, name: 'far' }, { lang: 'en-GB', localService: true, name: 'near' }];
    speechSynthesis.getVoices = () => voices;
    speechSynthesis.speak = (one) => said.push(one.voice.name + ' ' + one.lang + ' ' + one.text.slice(0, 6));
    speechSynthesis.cancel = () => said.push('cancel');
    window.SpeechSynthesisUtterance = function Said(text) { this.text = text; };
    await visit('fujian-2025', 'intellectual-property', 'fujian-valid-trademarks-2025');
    const read = one('#bar-read');
    const shown = [__probe.visible(read)];
    one('#bar-en').click();
    shown.push(__probe.visible(read));
    await __probe.until(() => /trademarks/.test(chart().textContent || one('#target .title').textContent), 'in English');
    read.click();
    await __probe.until(() => said.length, 'it is read');
    const label = read.textContent;
    one('#bar-zh-Hans').click();
    voices = [{ lang: 'zh_CN', localService: true, name: 'own' }];
    speechSynthesis.dispatchEvent(new Event('voiceschanged'));
    shown.push(__probe.visible(read));
    one('#bar-back').click();
    const locks = [hallLocks.length];
    hallLocks[0].released = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await __probe.frames(1);
    locks.push(hallLocks.map((lock) => lock.kind).join());
    return { shown, said, label, locks, after: __probe.visible(read) };`);
  if (seen === 'none') return;
  assert.deepEqual(seen.shown, [false, true, true]);
  assert.match(seen.said[0], /^near en-GB ./);
  assert.deepEqual([seen.said.slice(1), seen.label, seen.after], [['cancel'], 'Stop reading', false]);
  assert.deepEqual(seen.locks, [1, 'screen,screen'], 'asked once for as long as it holds, again when it was let go');
}

export default [
  // Beside it there is no file with newer data: the browser says so.
  { name: 'kiosk as it ships', run: ships, origins: ['file'], mayWarn: true },
  { name: 'kiosk slides', run: slides, origins: ['file'], usually: TWO },
  { name: 'kiosk leaves out what fails', run: faulty, origins: ['file'], usually: ['chromium'] },
  { name: 'kiosk visit', run: visit, origins: ['file'], usually: TWO },
  { name: 'kiosk languages', run: languages, origins: ['file'], usually: ['chromium'] },
  { name: 'kiosk forgets', run: idle, origins: ['file'] },
  { name: 'kiosk touches', run: safe, origins: ['file'] },
  { name: 'kiosk reads aloud, keeps the screen on', run: senses, origins: ['file'], usually: ['chromium'] },
  { name: 'kiosk by keyboard', run: keyboard, origins: ['file'], browsers: ['chromium', 'firefox'], usually: ['chromium'] },
];
