// The exhibition page's other data: from the file beside it, from one that a technician chooses, kept or not; and the status page where
// that is done. Visitors see none of it.
import { strict as assert } from 'node:assert';
import { coded } from '../../packs.mjs';

const USUALLY = ['chromium', 'chromium69'];
/** What data/ says of rd-intensity in Jinhua in 2021, and what the files beside say. */
const OWN = 2.26;

const AT_HAND = `
  const value = () => IndicatorWidgets.observations({ indicator: 'rd-intensity', region: 'jinhua' }).find((row) => row.year === 2021).value;
  const status = () => document.getElementById('status');
  const text = (id) => { const node = document.getElementById('status-' + id); return node ? node.textContent : ''; };
  const press = (id) => document.getElementById('status-' + id).click();
  const open = async () => {
    window.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyI', key: 'i', ctrlKey: true, altKey: true, bubbles: true }));
    await __probe.until(status, 'the status page is open');
  };
  const choose = async (name, bytes) => {
    const files = new DataTransfer();
    files.items.add(new File([bytes], name));
    const input = document.getElementById('status-file');
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
    await __probe.until(() => document.getElementById('status-outcome') && !/\\u6b63\\u5728|Reading/.test(text('outcome')), 'the file was looked at');
  };
  const plain = (coded) => Uint8Array.from(atob(coded), (letter) => letter.charCodeAt(0));
  const begun = async () => {
    await __probe.until(() => window.IndicatorWidgets && document.querySelector('.stage.on indicator-chart') && __probe.drawn(document.querySelector('.stage.on indicator-chart')), 'a slide shows');
  };
  await begun();`;

/** Opens the page of the folder `name` with nothing kept. */
async function visit({ page, open }, name, prepare = 'localStorage.clear();') {
  // What a page before it has noted, see watchdog.js.
  await page.run('window.name = "";').catch(() => {});
  await open(`kiosks/${name}/kiosk.html`);
  if (prepare) {
    await page.run(`await __probe.until(() => document.documentElement.hasAttribute('data-ready'), 'the hall'); ${prepare} window.name = '';`);
    await open(`kiosks/${name}/kiosk.html`);
  }
}

async function beside(given) {
  const due = { plain: ['update_none', OWN], absent: ['update_absent', OWN], newer: ['update_used', 2.71], older: ['update_older', OWN], damaged: ['update_refused', OWN], script: ['update_refused', OWN], silent: ['update_refused', OWN] };
  const words = { update_none: /没有指定/, update_absent: /旁边没有/, update_used: /较新，已采用/, update_older: /不比现有的新/, update_refused: /不能用，没有采用/ };
  for (const [name, [state, value]] of Object.entries(due)) {
    await visit(given, name);
    const found = await given.page.run(`${AT_HAND}
      const visible = document.body.innerText;
      await open();
      return { value: value(), update: text('update_file'), force: text('in_force'), own: text('own_data'), record: text('record'), visible };`);
    assert.equal(found.value, value, name);
    assert.match(found.update, words[state], name);
    assert.doesNotMatch(found.visible, /损坏|不完整|indicator-widgets pack|error/i, `${name}: visitors see nothing of it`);
    if (state === 'update_used') assert.match(`${found.force} ${found.own}`, /旁边的更新文件 · 2026-03-01.* 2026-01-28/);
    if (name === 'damaged') assert.match(found.record, /bad-dataset.*不完整或已损坏/);
    if (name === 'silent' || name === 'script') assert.match(found.record, /不是 indicator-widgets pack 制作的脚本/);
    if (name === 'older' || name === 'absent') assert.match(found.record, /没有出过错/);
  }
}

/** What is chosen by hand: newer than all that lies beside. */
const chosen = () => coded('2026-04-01', '2.81');

async function byHand(given) {
  await visit(given, 'newer');
  const { page } = given;
  const packed = chosen();
  const found = await page.run(`${AT_HAND}
    await open();
    await choose('chosen.iwp', plain(args[0]));
    const preview = text('outcome');
    const before = value();
    press('apply');
    await __probe.until(() => document.querySelector('.status-good'), 'it is in force');
    return { preview, before, after: value(), said: text('outcome'), force: text('in_force') };`, packed);
  assert.match(found.preview, /chosen\.iwp：将有这些变化.*2026-04-01.*改动 1 个公布值.*金华市 ?.*2021: 2\.71 % → 2\.81 %/);
  assert.deepEqual([found.before, found.after], [2.71, 2.81]);
  assert.match(found.said, /重新载入后仍然有效/);
  assert.match(found.force, /选用的文件 · 2026-04-01/);
  // Kept, and newer than what lies beside.
  await visit(given, 'newer', '');
  const again = await page.run(`${AT_HAND}
    await open();
    const kept = [value(), text('in_force')];
    press('back');
    await __probe.until(() => document.querySelector('.status-good'), 'it went back');
    return { kept, back: [value(), text('in_force')], disabled: document.getElementById('status-back').disabled };`);
  assert.equal(again.kept[0], 2.81);
  assert.match(again.kept[1], /保存在本机 · 2026-04-01/);
  assert.equal(again.back[0], OWN);
  assert.match(again.back[1], /页面自带 · 2026-01-28/);
  assert.ok(again.disabled);
  // Who went back did not want what lies beside either.
  await visit(given, 'newer', '');
  assert.equal(await page.run(`${AT_HAND} return value();`), OWN);
}

async function refused(given) {
  await visit(given, 'plain');
  const packed = chosen();
  const found = await given.page.run(`${AT_HAND}
    await open();
    const bytes = plain(args[0]);
    const said = [];
    const look = async (name, content) => { await choose(name, content); said.push([name, text('outcome'), value(), Boolean(document.getElementById('status-apply'))]); };
    const damaged = bytes.slice();
    damaged[3000] ^= 1;
    await look('damaged.iwp', damaged);
    await look('cut.iwp', bytes.slice(0, 2000));
    const later = bytes.slice();
    later[3] += 1;
    await look('later.iwp', later);
    await look('cut.js', 'indicatorWidgetsData("');
    await look('words.csv', 'some words\\nand more\\n');
    await look('unnamed.csv', '\\u5e74\\u4efd,\\u6570\\u503c\\n2023,2.5\\n2024,2.6\\n');
    press('en');
    await look('damaged.iwp', damaged);
    return said;`, packed);
  const words = [/不完整或已损坏/, /不完整或已损坏/, /另一版本的程序/, /没有可用的数据/, /没有采用/, /没有采用/, /cut off or damaged/];
  found.forEach(([name, said, value, offered], at) => {
    assert.match(said, words[at], name);
    assert.deepEqual([value, offered], [OWN, false], name);
  });
}

async function table(given) {
  await visit(given, 'plain');
  const csv = '地区,指标,年份,实际值（%）\n金华市,研发投入强度,2022,2.41\n金华市,研发投入强度,2023,2.47\n';
  const found = await given.page.run(`${AT_HAND}
    await open();
    await choose('values.csv', new Blob([args[0]]));
    const preview = text('outcome');
    press('apply');
    await __probe.until(() => document.querySelector('.status-good'), 'it is in force');
    const used = text('values');
    press('close');
    return { preview, used, closed: !status(), there: Boolean(document.querySelector('script[type="text/csv"]')) };`, csv);
  assert.match(found.preview, /为 2 项目标提供数值.*金华市.*研发投入强度/);
  assert.match(found.used, /values\.csv，用于 2 项目标/);
  assert.deepEqual([found.closed, found.there], [true, true]);
  await visit(given, 'plain', '');
  const again = await given.page.run(`${AT_HAND}
    await __probe.until(() => document.querySelector('script[type="text/csv"]'), 'it was kept');
    await open();
    const used = text('values');
    press('back');
    await __probe.until(() => document.querySelector('.status-good'), 'it went back');
    return { used, gone: !document.querySelector('script[type="text/csv"]'), kept: localStorage.getItem('indicator-hall-values') };`);
  assert.match(again.used, /values\.csv，用于 2 项目标/);
  assert.deepEqual([again.gone, again.kept], [true, null]);
}

/** Whatever is kept, the page begins; and where nothing can be kept, that is no error. */
async function kept(given) {
  const packed = chosen();
  const choice = (more) => JSON.stringify({ packed, name: 'x', date: '2026-04-01', over: '2026-01-28', tries: 0, ...more });
  const wrong = { garbled: '{', number: '7', list: '[]', empty: '{}', damaged: choice({ packed: `${packed.slice(0, 4000)}AAAA${packed.slice(4004)}` }), cut: choice({ packed: packed.slice(0, 400) }), text: choice({ packed: 7 }), tried: choice({ tries: 2 }) };
  for (const [name, text] of Object.entries(wrong)) {
    await given.open('kiosks/plain/kiosk.html');
    // It begins by looking at what is kept: only then is that put there.
    await given.page.run('await __probe.until(() => document.documentElement.hasAttribute("data-ready"), "the hall"); localStorage.clear(); localStorage.setItem("indicator-hall-data", args[0]); localStorage.setItem("indicator-hall-values", args[1]);', text, wrong[name].slice(0, 30));
    await given.open('kiosks/plain/kiosk.html');
    const found = await given.page.run(`${AT_HAND} await open(); return { value: value(), record: text('record') };`);
    assert.equal(found.value, OWN, name);
    if (name === 'damaged') assert.match(found.record, /不完整或已损坏/);
    if (name === 'tried') assert.match(found.record, /没能正常开始/);
  }
  await visit(given, 'plain');
  const full = await given.page.run(`${AT_HAND}
    const said = [];
    for (const name of ['QuotaExceededError', 'SecurityError']) {
      Storage.prototype.setItem = () => { throw new DOMException('', name); };
      await open();
      said.push(text('storage'));
      await choose('chosen.iwp', plain(args[0]));
      press('apply');
      await __probe.until(() => document.querySelector('.status-good'), 'it is in force');
      said.push(text('outcome'), value());
      press('close');
    }
    return said;`, packed);
  assert.match(full[0], /已满/);
  assert.match(full[1], /存不下/);
  assert.match(full[3], /浏览器不允许/);
  assert.match(full[4], /不让保存/);
  assert.deepEqual([full[2], full[5]], [2.81, 2.81]);
}

async function page({ page: one, open }) {
  await visit({ page: one, open }, 'plain');
  const found = await one.run(`${AT_HAND}
    const corner = (type, x, y) => window.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, bubbles: true }));
    corner('pointerdown', innerWidth - 20, 20);
    await __probe.sleep(1000);
    corner('pointerup', innerWidth - 20, 20);
    await __probe.sleep(4500);
    const short = Boolean(status());
    corner('pointerdown', innerWidth - 20, 20);
    await __probe.until(status, 'held long enough', 8000);
    corner('pointerup', innerWidth - 20, 20);
    const facts = ['version', 'uptime', 'clock', 'restarts', 'memory', 'storage', 'screen'].map(text);
    const box = status().getBoundingClientRect();
    const whole = [box.left, box.top, box.right >= innerWidth - 20, box.bottom >= innerHeight];
    const low = Array.from(status().querySelectorAll('button')).filter((button) => button.getBoundingClientRect().height < 60).length;
    press('en');
    const english = text('title');
    press('zh-Hant');
    const hant = text('title');
    status().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    return { short, facts, whole, low, english, hant, closed: !status() };`);
  assert.equal(found.short, false);
  assert.match(found.facts[0], /^Indicator Widgets \d+\.\d+\.\d+$/);
  assert.match(found.facts[1], /0 天 0 小时 \d 分/);
  assert.match(found.facts[2], /^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  assert.equal(found.facts[3], '0');
  assert.match(found.facts[4], /MB|不提供/);
  assert.match(found.facts[5], /可用/);
  assert.match(found.facts[6], /\d+×\d+/);
  assert.deepEqual(found.whole, [0, 0, true, true]);
  assert.deepEqual([found.low, found.english, found.hant, found.closed], [0, 'Status (for technicians)', '狀態（技術人員）', true]);
}

export default [
  // The browser's own message tells of a file that is not there, or is no script.
  { name: 'kiosk data: a file beside the page', run: beside, usually: USUALLY, both: true, mayWarn: true },
  { name: 'kiosk data: by hand', run: byHand, usually: USUALLY },
  { name: 'kiosk data: refused', run: refused, usually: USUALLY },
  { name: 'kiosk data: a table', run: table, usually: USUALLY },
  { name: 'kiosk data: what is kept', run: kept, usually: USUALLY },
  { name: 'kiosk data: the status page', run: page, usually: USUALLY },
];
