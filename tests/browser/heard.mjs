// What a listener hears: the accessibility tree that Chromium itself makes of each view, in reading order.
//
//   node tests/browser/heard.mjs [--state NAME] [--lang TAG]
//
// Ends with 1 where something that can be reached has no name, or an image none.
import { parseArgs } from 'node:util';
import { startBrowser } from './browsers.mjs';
import { CASES, attributes } from './cases.mjs';
import { openSite } from './site.mjs';

/** Roles that say nothing by themselves: their content is read as if they were not there. */
const SILENT = new Set(['none', 'generic', 'GenericContainer', 'RootWebArea', 'WebArea', 'InlineTextBox', 'LineBreak', 'paragraph', 'LayoutTableRow', 'rowgroup', 'listitem', 'ListMarker', 'MenuListPopup', 'LabelText']);
/** Whose name is its content, which is then not read a second time. */
const SAID_WHOLE = new Set(['StaticText', 'button', 'link', 'tab', 'image', 'img', 'cell', 'gridcell', 'columnheader', 'rowheader', 'option', 'SvgRoot', 'graphics-symbol']);
const OPERABLE = new Set(['button', 'link', 'tab', 'combobox', 'slider', 'textbox', 'spinbutton', 'image', 'img']);

const value = (node, name) => node.properties?.find((one) => one.name === name)?.value.value;

/** Lines as they are read, and faults. */
function read(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const faults = [];
  const walk = (node, depth) => {
    const role = node.role?.value ?? '';
    const name = (node.name?.value ?? '').trim();
    const heard = !node.ignored && !SILENT.has(role);
    if (heard && OPERABLE.has(role) && !name) faults.push(`a ${role} has no name`);
    if (heard && (name || !['StaticText'].includes(role))) {
      const states = ['checked', 'expanded', 'selected', 'disabled', 'invalid', 'pressed'].filter((one) => ![undefined, false, 'false'].includes(value(node, one)));
      const of = node.value?.value === undefined ? '' : ` = ${node.value.value}`;
      const about = node.description?.value ? ` (${node.description.value})` : '';
      lines.push(`${'  '.repeat(depth)}${role === 'StaticText' ? '' : `[${role}${states.length ? ` ${states.join(' ')}` : ''}] `}${name}${of}${about}`);
    }
    if (heard && SAID_WHOLE.has(role)) return;
    for (const id of node.childIds ?? []) if (byId.has(id)) walk(byId.get(id), depth + (heard ? 1 : 0));
  };
  if (nodes.length) walk(nodes[0], 0);
  return { lines, faults };
}

async function main() {
  const { values } = parseArgs({ options: { state: { type: 'string' }, lang: { type: 'string', default: 'zh-Hans' } } });
  const states = values.state ? [values.state] : Object.keys(CASES);
  const site = await openSite();
  const page = await startBrowser('chromium');
  let wrong = 0;
  try {
    await page.send('Accessibility.enable');
    for (const state of states) {
      await page.open(new URL('pages/picture.html', site.http).href);
      await page.run(`
        const chart = document.createElement('indicator-chart');
        Object.keys(args[0]).forEach((name) => chart.setAttribute(name, args[0][name]));
        const drawn = new Promise((done, failed) => {
          chart.addEventListener('indicator-ready', done);
          chart.addEventListener('indicator-error', (event) => failed(new Error(event.detail.message)));
        });
        document.body.appendChild(chart);
        await drawn;
        await new Promise((done) => setTimeout(done, 100));`, { ...attributes({ state, theme: 'light', lang: values.lang, size: 'normal' }), controls: 'full' });
      const { nodes } = await page.send('Accessibility.getFullAXTree');
      const { lines, faults } = read(nodes);
      console.log(`\n== ${state} (${values.lang}) ==\n${lines.join('\n')}`);
      for (const fault of faults) console.log(`FAILED ${fault}`);
      wrong += faults.length;
    }
  } finally {
    await page.close();
    site.close();
  }
  console.log(`\n${states.length} views read, ${wrong} faults`);
  process.exitCode = wrong ? 1 : 0;
}

await main();
