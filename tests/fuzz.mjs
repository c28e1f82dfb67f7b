// What pages and scripts hand to the shipped script, by the hundred thousand and mostly wrong: attributes, own values as CSV, JSON, rows and
// tables with spans, addresses, series, filters. Each is drawn, told or refused by an error with a code, soon, and leaves no memory behind.
//
//   node tests/fuzz.mjs [--inputs 20000] [--seed 1] [--seconds S]     at most so many, or what can be done in that time
//   node tests/fuzz.mjs --turn N --seed 1     that one input again
//
// Inputs are made of the calls in tests/fuzz/corpus/calls/; one that fails is printed and kept there, and is tried first from then on.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import v8 from 'node:v8';
import vm from 'node:vm';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';

import { at, open } from './page.mjs';
import { mutated, randomly } from './fuzz/calls.mjs';
import { placed } from '../www/shared.js';
import { text } from '../www/table.js';
import { written } from '../www/address.js';

const CORPUS = at('tests/fuzz/corpus/calls');
/** All that a call may be refused with. */
const CODES = ['unknown-id', 'bad-value', 'bad-table', 'unsupported'];
/** Milliseconds of the processor's time that a call may take; and of the clock's, after which it is taken to hang. */
const SLOW = 1500;
const HANGS = 60_000;
/** After so many of its inputs a run has needed what memory it needs: the worst come first. */
const WARM = 0.25;
// Pages of 64 KiB: a rare input may be longer than any before; and so many more for each hundred thousand inputs.
const MORE_PAGES = 16;
const SELDOM = 10;
const MORE_HEAP = 24e6;
/** What no drawing has. */
const MARKUP = /<(?!\/?(svg|g|path|text|tspan|rect|line|circle|ellipse|polygon|polyline|title|desc|defs|pattern|clipPath|use|style)\b)|\son\w+=|NaN|Infinity/;

/** A core of the shipped script, and the memory behind it. */
async function shipped() {
  const caught = {};
  const api = open('indicator-widgets.js', {
    WebAssembly: Object.assign(Object.create(WebAssembly), {
      instantiate: async (source, imports) => {
        const made = await WebAssembly.instantiate(source, imports);
        caught.memory = (made.instance || made).exports.memory;
        caught.glue = imports['./core_bg.js'];
        return made;
      },
      Instance: WebAssembly.Instance,
    }),
  }).IndicatorWidgets;
  await api.ready;
  return { core: new caught.glue.Core(), memory: caught.memory };
}

/** A table as the browser has it, as far as www/table.js looks at it. */
function element({ caption, rows }) {
  const node = (words) => ({ childNodes: [{ nodeType: 3, data: String(words) }] });
  return {
    caption: caption === undefined ? null : node(caption),
    rows: rows.map((row) => ({ cells: (Array.isArray(row) ? row : []).map((cell) => Object.assign(node(cell && cell.text), {
      // Browsers keep spans within these.
      colSpan: Math.min(Math.max(Math.trunc(Number(cell && cell.across)) || 1, 1), 1000),
      rowSpan: Math.min(Math.max(Math.trunc(Number(cell && cell.down)) || (cell && cell.down === 0 ? 0 : 1), 0), 65534),
    })) })),
  };
}

/** What the address says, as www/state.js reads it. */
async function addressed(hash) {
  globalThis.location = { hash, href: `http://localhost/${hash}` };
  const { read } = await addressed.module;
  return read({ id: 'chart', getAttribute: () => '' }) || {};
}
addressed.module = import('../www/state.js');

/** The call that an input describes: a function of a core. */
async function call(input) {
  const options = { ...input.options };
  if (typeof input.csv === 'string') options.table = written(input.csv, 'values.csv', false);
  if (typeof input.json === 'string') options.table = written(input.json, '', true);
  if ('rows' in input) options.table = { form: 'rows', rows: input.rows };
  if (input.table && Array.isArray(input.table.rows)) options.table = { form: 'table', text: text(element(input.table)) };
  if (input.why) options.table = { why: input.why, name: options.observations, detail: input.detail };
  if (typeof input.address === 'string') {
    const { choices } = placed(await addressed(input.address));
    options.trials = Array.from(choices, (choice) => ({ ...options, ...choice }));
  }
  switch (input.call) {
    case 'project': case 'backtest': return (core) => core[input.call](input.of, options);
    case 'assess': return (core) => core.assess(input.of, input.values, options);
    case 'known': return (core) => core.known(word(options.target), word(input.name), word(options.lang));
    case 'ruler': return (core) => core.ruler(word(input.name));
    default: return (core) => core[input.call](options);
  }
}

/** Only words are handed to these, whatever became of them: an object may have no words. */
const word = (value) => (typeof value === 'string' ? value : JSON.stringify(value) || '');

/** Why an input is not taken as it must be, or nothing. */
async function wrong(input, core) {
  const ask = await call(input).catch((error) => error);
  if (typeof ask !== 'function') return `scripts throw ${ask && ask.stack}`;
  let least = Infinity;
  for (let again = 0; again < 2 && least > SLOW; again += 1) {
    const before = process.cpuUsage();
    try {
      const said = ask(core);
      if (input.call === 'renderSVG' && MARKUP.test(said.replace(/>[^<]*</g, '><').replace(/="[^"]*"/g, (value) => (/NaN|Infinity/.test(value) && !/^="[^"]*[\u0080-\uffff ]/.test(value) ? value : '=""')))) {
        return `draws ${MARKUP.exec(said.replace(/>[^<]*</g, '><'))}`;
      }
    } catch (error) {
      if (!error || !CODES.includes(error.code)) return `throws ${error && error.stack}`;
      if (typeof error.message !== 'string' || error.message.length < 5) return 'says nothing';
    }
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  wrong.least = least;
  return least > SLOW ? `takes ${least.toFixed(0)} ms` : '';
}

function keep(input, why, from) {
  const json = `${JSON.stringify(input, null, 1)}\n`;
  const file = `${CORPUS}/found-${createHash('sha256').update(json).digest('hex').slice(0, 8)}.json`;
  writeFileSync(file, json);
  return `${why}\n${from}, kept as ${file}:\n${json.slice(0, 1500)}`;
}

const seeds = () => readdirSync(CORPUS).sort().map((name) => JSON.parse(readFileSync(`${CORPUS}/${name}`, 'utf8')));

async function work({ inputs, seed, only, seconds: most, turns }) {
  v8.setFlagsFromString('--expose-gc');
  const gc = vm.runInNewContext('gc');
  const { core, memory } = await shipped();
  const all = seeds();
  const input = (turn) => (turn < all.length ? all[turn] : mutated(randomly(seed, turn), all, turn < WARM * Math.min(inputs, 20000) ? 200 : 5000));
  const state = () => {
    gc();
    return { pages: memory.buffer.byteLength >> 16, heap: process.memoryUsage().heapUsed };
  };
  let warm;
  let slowest = [0, 0];
  const start = performance.now();
  const end = only === undefined ? inputs : only + 1;
  let turn = only ?? 0;
  for (; turn < end && performance.now() - start < most * 1000; turn += 1) {
    Atomics.store(turns, 0, turn);
    const one = input(turn);
    const why = await wrong(one, core);
    if (why) return parentPort.postMessage({ failed: keep(one, why, `turn ${turn}, seed ${seed}`) });
    if (wrong.least > slowest[0]) slowest = [wrong.least, turn];
    const share = Math.max(turn / inputs, (performance.now() - start) / (most * 1000));
    if (!warm && share >= WARM) warm = state();
  }
  const seconds = (performance.now() - start) / 1000;
  const last = state();
  warm ??= last;
  const grown = { pages: last.pages - warm.pages, heap: last.heap - warm.heap };
  const figures = `${turn} inputs in ${seconds.toFixed(1)} s (${Math.round(turn / seconds)} a second), slowest ${slowest[0].toFixed(0)} ms (turn ${slowest[1]}), `
    + `${last.pages * 64} KiB of wasm memory (${grown.pages * 64} more than after a quarter), ${(last.heap / 1e6).toFixed(1)} MB of heap (${(grown.heap / 1e6).toFixed(1)} more)`;
  const more = grown.pages > MORE_PAGES + SELDOM * turn / 1e5 || grown.heap > MORE_HEAP;
  return parentPort.postMessage(more ? { failed: `memory grows: ${figures}` } : { figures });
}

async function main() {
  const { values } = parseArgs({ options: { inputs: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' }, turn: { type: 'string' }, seconds: { type: 'string', default: '1e9' } } });
  const turns = new Int32Array(new SharedArrayBuffer(4));
  const [inputs, seed] = [Number(values.inputs), Number(values.seed)];
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { inputs, seed, only: values.turn && Number(values.turn), seconds: Number(values.seconds), turns } });
  let [last, since] = [-1, Date.now()];
  const watch = setInterval(() => {
    const turn = Atomics.load(turns, 0);
    if (turn !== last) [last, since] = [turn, Date.now()];
    else if (Date.now() - since > HANGS) end(`turn ${turn}, seed ${seed} hangs`);
  }, 1000);
  const end = (failed) => {
    clearInterval(watch);
    if (failed) console.log(failed);
    process.exitCode = failed ? 1 : 0;
    worker.terminate();
  };
  worker.on('message', ({ failed, figures }) => {
    if (figures) console.log(figures);
    end(failed);
  });
  worker.on('error', (error) => end(error.stack));
}

if (isMainThread) await main();
else await work(workerData);
