// The webmasters' pages outside a browser: their links, their numbers, their commands, and their recipes for servers. What stands
// in their HTML and JavaScript runs in browsers: tests/browser/checks/docs.mjs.
//
//   make dist && node --test tests/docs.mjs
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize, resolve } from 'node:path';
import { after, before, test } from 'node:test';

import { LANGUAGES, PAGES, docsPage, shell, snippets } from './browser/snippets.mjs';
import { at, open } from './page.mjs';
import { ask, startIis, startNginx, startTomcat } from './servers.mjs';

const dist = at('dist');
const all = snippets();
const of = (kind, wanted = () => true) => all.filter((one) => one.kind === kind && wanted(one));
// As the recipes have it: the published files in the folder `indicator` of a site.
const site = mkdtempSync(join(tmpdir(), 'indicator-docs-'));
const folder = join(site, 'indicator');

before(() => {
  mkdirSync(folder);
  for (const name of ['indicator-widgets.js', 'indicator-widgets.nowasm.js', 'indicator-static.css', 'integrity.json', 'index.html']) cpSync(join(dist, name), join(folder, name));
  writeFileSync(join(folder, 'chart.svg'), `<svg xmlns="http://www.w3.org/2000/svg">${'<g/>'.repeat(600)}</svg>`);
  writeFileSync(join(folder, 'values.csv'), `年份,数值\n${'2023,1\n'.repeat(400)}`);
});
after(() => rmSync(site, { recursive: true }));

test('every link leads somewhere, and none away', () => {
  const pages = readdirSync(join(dist, 'docs'), { recursive: true }).filter((name) => name.endsWith('.html')).map((name) => join('docs', name)).concat('index.html', 'styling.html');
  assert.equal(pages.length, 2 * PAGES.length + 3);
  const ids = (file) => Array.from(readFileSync(file, 'utf8').matchAll(/ id="([^"]+)"/g), ([, id]) => id);
  let links = 0;
  for (const page of pages) {
    const text = readFileSync(join(dist, page), 'utf8').replace(/<(pre|code)\b[^]*?<\/\1>/g, '');
    for (const [, address] of text.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      assert.ok(!/^(\w+:|\/)/.test(address), `${page} links ${address}`);
      const [path, fragment] = address.split('#');
      const file = path ? resolve(dist, dirname(page), path) : join(dist, page);
      assert.ok(existsSync(file), `${page} links ${address}: no such file`);
      // The gallery's fragments are its own pages.
      if (fragment && page.startsWith('docs')) assert.ok(ids(file).includes(fragment), `${page} links ${address}: no such section`);
      links += 1;
    }
  }
  assert.ok(links > 300, `${links} links`);
});

test('the gallery and the page on styling lead to the documentation', () => {
  assert.match(readFileSync(join(dist, 'index.html'), 'utf8'), /href="docs\/zh\/index\.html"/);
  assert.match(readFileSync(join(dist, 'styling.html'), 'utf8'), /href="docs\/zh\/styling\.html"/);
});

test('both languages have the same sections and snippets', () => {
  const shape = (language) => all.filter((one) => one.language === language).map(({ page, kind, marked }) => [page, kind, marked]);
  assert.deepEqual(shape('en'), shape('zh'));
  const code = (language) => all.filter((one) => one.language === language && one.kind !== 'html' && one.kind !== 'csv' && one.marked.npm === undefined).map((one) => one.code);
  assert.deepEqual(code('en'), code('zh'));
  for (const page of PAGES) {
    const [zh, en] = LANGUAGES.map((language) => Array.from(docsPage(language, page).matchAll(/<h2 id="([^"]+)"/g), ([, id]) => id));
    assert.deepEqual(en, zh, page);
    assert.ok(zh.length > 2, page);
  }
});

test('the numbers are true', async () => {
  const { IndicatorWidgets } = open('indicator-widgets.js');
  await IndicatorWidgets.ready;
  const targets = IndicatorWidgets.targets().filter((one) => !one.restates).length;
  assert.match(docsPage('zh', 'index'), new RegExp(`五份公开的质量提升方案共有 ${targets} 项`));
  assert.match(docsPage('en', 'index'), new RegExp(`Five published quality-improvement plans hold ${targets} quantified targets`));
  assert.equal(IndicatorWidgets.plans().length, 5);
  const size = Math.ceil(readFileSync(join(dist, 'indicator-widgets.js')).length / 1000);
  for (const language of LANGUAGES) assert.ok(docsPage(language, 'index').includes(`${size} KB`), `${size} KB`);
});

test('every command does what its page says', () => {
  const integrity = JSON.parse(readFileSync(join(dist, 'integrity.json'), 'utf8'));
  let pasted = 0;
  for (const one of of('sh')) {
    const work = mkdtempSync(join(tmpdir(), 'indicator-docs-sh-'));
    try {
      cpSync(join(dist, 'indicator-widgets.js'), join(work, 'indicator-widgets.js'));
      if (one.marked.pack !== undefined) cpSync(at('data'), join(work, 'mydata'), { recursive: true });
      const { status, stdout, stderr } = shell(one.code, work);
      assert.equal(status, 0, `${one.name}: ${stderr}`);
      // But heights, which change with the day's finding.
      const marks = (text) => Array.from(text.matchAll(/ (src|srcset|media|width|frameborder)="([^"]*)"/g), ([whole]) => whole);
      if (one.code.includes('--form img')) {
        assert.deepEqual(marks(stdout), marks(all.find((other) => other.language === one.language && other.code.startsWith('<picture')).code), 'the picture is pasted as shown');
        assert.deepEqual(readdirSync(work).filter((name) => name.endsWith('.svg')).sort(), ['chart-narrow.svg', 'chart.svg']);
      } else if (one.code.includes('--form iframe')) {
        assert.deepEqual(marks(stdout), marks(all.find((other) => other.language === one.language && other.code.startsWith('<iframe')).code), 'the frame is pasted as shown');
        assert.ok(existsSync(join(work, 'chart.html')));
      } else if (one.code.includes('--out paste.html')) {
        const text = readFileSync(join(work, 'paste.html'), 'latin1');
        assert.ok(text.startsWith(all.find((other) => other.language === one.language && other.marked.part !== undefined).code), 'it begins as shown');
        // eslint-disable-next-line no-control-regex
        assert.ok(/^[\x00-\x7f]*$/.test(text) && !text.includes('style='), 'plain ASCII, no inline style');
      } else if (one.marked.hall !== undefined) {
        assert.match(readFileSync(join(work, 'hall.html'), 'utf8'), /id="playlist">\{"version":1,/);
      } else if (one.marked.pack !== undefined) {
        assert.match(readFileSync(join(work, 'indicator-widgets-data.js'), 'latin1'), /^\/\/ Data for Indicator Widgets/);
      } else assert.equal(`sha384-${stdout.trim()}`, integrity['indicator-widgets.js']);
      pasted += 1;
    } finally {
      rmSync(work, { recursive: true });
    }
  }
  assert.equal(pasted, 12);
});

test('every playlist is right, and the wrong one is told as its page says', () => {
  const work = mkdtempSync(join(tmpdir(), 'indicator-docs-hall-'));
  try {
    for (const one of of('toml')) {
      writeFileSync(join(work, 'hall.toml'), one.code);
      const { status, stderr } = shell('indicator-widgets kiosk --playlist hall.toml --check', work);
      assert.equal(status, one.marked.wrong === undefined ? 0 : 1, `${one.name}: ${stderr}`);
      if (one.marked.wrong !== undefined) assert.equal(stderr, of('text', (other) => other.language === one.language)[0].code, one.name);
    }
    assert.equal(of('toml').length, 6);
  } finally {
    rmSync(work, { recursive: true });
  }
});

/** The switches of a command. */
const switches = (code) => Array.from(code.matchAll(/ (--[a-z-]+)/g), ([, name]) => name);

test('the page on halls explains every switch that its commands have', () => {
  for (const language of LANGUAGES) {
    const explained = new Set(switches(docsPage(language, 'hall').replace(/<pre[^]*?<\/pre>/g, '').replace(/<code>/g, ' ')));
    const used = all.filter((one) => one.language === language && ['desktop', 'unit', 'bat'].includes(one.kind)).flatMap((one) => switches(one.code));
    assert.ok(used.length > 40, `${used.length} switches`);
    const ofEdge = ['--edge-kiosk-type'];
    assert.deepEqual(used.filter((name) => !explained.has(name) && !ofEdge.includes(name)), []);
  }
});

test('Chromium starts as the page on halls has it', async (context) => {
  if (!existsSync('/usr/bin/chromium')) {
    context.skip('no /usr/bin/chromium');
    return;
  }
  const commands = all.filter((one) => one.language === 'zh' && ['desktop', 'unit'].includes(one.kind)).map((one) => one.code.match(/^Exec(?:Start)?=\/usr\/bin\/[\w-]+ (.*)$/m)[1]);
  assert.equal(commands.length, 3);
  const work = mkdtempSync(join(tmpdir(), 'indicator-docs-chromium-'));
  try {
    writeFileSync(join(work, 'hall.html'), '<!DOCTYPE html><title>-</title><script>document.title = "run"</script>');
    for (const [at, command] of commands.entries()) {
      const words = command.split(' ').map((word) => word.replace('/home/hall/.hall', join(work, `profile-${at}`)).replace('/home/hall/', `${work}/`));
      const { stdout, stderr } = spawnSync('/usr/bin/chromium', [...words, '--headless=new', '--no-sandbox', '--disable-gpu', '--dump-dom'], { encoding: 'utf8', timeout: 60000 });
      assert.match(stdout, /<title>run<\/title>/, stderr);
    }
    for (const one of of('json', ({ marked }) => marked.policy !== undefined)) assert.deepEqual(JSON.parse(one.code).URLBlocklist, ['*']);
  } finally {
    rmSync(work, { recursive: true });
  }
});

/** What a recipe is to do for the files: their type, kept for a day, smaller. */
const EXPECTED = { 'indicator-widgets.js': 'text/javascript', 'indicator-widgets.nowasm.js': 'text/javascript', 'indicator-static.css': 'text/css', 'chart.svg': 'image/svg+xml', 'values.csv': 'text/csv', 'integrity.json': 'application/json' };

async function serves(server, { packed = Object.keys(EXPECTED), kept = Object.keys(EXPECTED) } = {}) {
  for (const [name, type] of Object.entries(EXPECTED)) {
    const answer = await ask(`${server.address}indicator/${name}`);
    assert.equal(answer.status, 200, name);
    assert.equal(answer.type, type, name);
    assert.deepEqual(answer.bytes, readFileSync(join(folder, name)), `${name} comes whole`);
    if (kept.includes(name)) assert.match(answer.headers['cache-control'] ?? '', /\bmax-age=86400\b/, name);
    assert.equal(answer.headers['x-content-type-options'], 'nosniff', name);
    if (packed.includes(name)) assert.equal(answer.headers['content-encoding'], 'gzip', name);
  }
}

test('nginx serves by the recipe', async () => {
  for (const one of of('nginx')) {
    const server = await startNginx(site, one.code);
    try {
      if (!one.marked.cache) await serves(server);
      else {
        const cached = async (query) => (await ask(`${server.address}indicator/indicator-widgets.js${query}`)).headers['cache-control'];
        assert.equal(await cached('?v=0.1.0'), `public, max-age=${one.marked.cache}, immutable`);
        assert.equal(await cached(''), undefined);
      }
    } finally {
      await server.close();
    }
  }
});

test('IIS serves by the recipe, as its documentation has it', async () => {
  const plain = await startIis(site, '<configuration><system.webServer></system.webServer></configuration>');
  try {
    const status = async (name) => (await ask(`${plain.address}indicator/${name}`)).status;
    assert.equal(await status('indicator-widgets.js'), 200, 'the script needs no setting');
    assert.equal(await status('chart.svg'), 404, 'a drawing does');
  } finally {
    await plain.close();
  }
  for (const one of of('xml', ({ marked }) => marked.iis !== undefined)) {
    const server = await startIis(site, one.code);
    try {
      await serves(server, { packed: Object.keys(EXPECTED).filter((name) => /\.(js|css|csv)$/.test(name)) });
    } finally {
      await server.close();
    }
    await assert.rejects(startIis(site, one.code.replace(/<remove fileExtension="\.js" \/>/, '')), /500\.19/, 'adding a type that is there already');
    await assert.rejects(startIis(site, one.code.replace('</staticContent>', '')), /not well-formed/);
  }
});

test('Tomcat serves by the recipe', async (context) => {
  for (const one of of('xml', ({ marked }) => marked.tomcat !== undefined)) {
    const [connector] = of('xml', ({ marked, language }) => marked.connector !== undefined && language === one.language);
    const server = await startTomcat(site, one.code, connector.code);
    context.diagnostic(server.real ? 'by Tomcat itself' : 'by what its documentation says: set CATALINA_HOME for Tomcat itself');
    try {
      const kept = Object.keys(EXPECTED).filter((name) => /\.(js|css|svg)$/.test(name));
      await serves(server, { kept, packed: Object.keys(EXPECTED).filter((name) => name !== 'integrity.json') });
      const page = await ask(`${server.address}indicator/index.html`);
      assert.equal(page.headers['x-frame-options'], undefined, 'frames are not forbidden');
    } finally {
      await server.close();
    }
  }
});

test('the package does what its page says', async (context) => {
  if (!existsSync(join(dist, 'package.json'))) {
    context.skip('dist/ holds no package');
    return;
  }
  for (const one of of('js', ({ marked }) => marked.npm !== undefined)) {
    const work = mkdtempSync(join(tmpdir(), 'indicator-docs-npm-'));
    try {
      cpSync(dist, join(work, 'node_modules', 'indicator-widgets'), { recursive: true, filter: (from) => !normalize(from).startsWith(join(dist, 'docs')) });
      writeFileSync(join(work, 'snippet.mjs'), `${one.code}\nexport default svg;\n`);
      const { default: svg } = await import(join(work, 'snippet.mjs'));
      assert.match(svg, /^<svg /);
    } finally {
      rmSync(work, { recursive: true });
    }
  }
});
