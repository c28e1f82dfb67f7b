// What differs between a page with our lines and the same page without, and between a chart in it and one in a plain page.

const facts = (lines, kind) => lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1));

/** Some of what is other in `now`, a list of facts about things. */
function first(before, now, kind) {
  const faults = [];
  const known = new Set(before);
  const still = new Set(now);
  const gone = before.filter((line) => !still.has(line));
  const come = now.filter((line) => !known.has(line));
  const told = new Set();
  for (const line of come) {
    const [thing, changed] = brief(line, gone);
    // The same change of many things is told once.
    if (!told.has(changed)) faults.push(`${kind}, with us: ${thing} ${changed}`);
    told.add(changed);
  }
  for (const line of come.length ? [] : gone) faults.push(`${kind}, gone with us: ${line}`);
  return faults.slice(0, 5);
}

/** The thing that a line is about, and what of it differs from the line about the same thing in `others`. */
function brief(line, others) {
  const [thing] = line.split(' ');
  const rest = (text) => text.slice(thing.length + 1);
  const other = others.find((one) => one.startsWith(`${thing} `));
  if (!other || !line.includes('; ')) return [thing, rest(line) || '(is there)'];
  const before = rest(other).split('; ');
  const changed = rest(line).split('; ').filter((one) => !before.includes(one));
  const was = before.filter((one) => changed.some((mine) => mine.split(':')[0] === one.split(':')[0]));
  return [thing, `${changed.join('; ')} (else ${was.join('; ')})`];
}

/** What our lines do to a page. */
export function compare(alone, shown, [asked, without], visit) {
  const faults = [];
  for (const kind of ['node', 'style', 'box', 'built-in', 'sheets', 'title', 'focus', 'stored']) {
    if (visit.changes?.includes(kind)) continue;
    faults.push(...first(facts(alone.lines, kind), facts(shown.lines, kind), kind));
  }
  const before = facts(alone.lines, 'global');
  const globals = facts(shown.lines, 'global').filter((name) => !before.includes(name));
  const ran = visit.expected !== 'static' || visit.ran;
  if (globals.join() !== (ran ? visit.globals ?? ['IndicatorWidgets'] : []).join()) faults.push(`globals of ours: ${globals.join() || 'none'}`);
  const files = asked.filter((file) => !without.includes(file));
  const own = visit.files ?? [visit.direct ? 'indicator-widgets.nowasm.js' : 'indicator-widgets.js'];
  if (visit.origin === 'http' && [...new Set(files)].sort().join() !== [...own].sort().join()) faults.push(`asks the server for ${files.join()}, not ${own.join()}`);
  return faults;
}

/** What the browser itself said, as it may of such a page: each message once, without what differs from run to run. */
export function said(shown, visit) {
  const own = facts(shown.lines, 'message').filter((line) => visit.may.some((known) => known.test(line)));
  const plain = own.map((line) => line.replace(/https?:\/\/[\d.]+:\d+\/[\w-]+\/[\w-]+\/with(out)?\//g, '').replace(/file:\/\/\S*\/with(out)?\//g, '').replace(/\|/g, '\\|'));
  return [...new Set(plain)];
}

/** What is wrong with the chart, and what was said that should not be. */
export function wrong(shown, visit, plain) {
  const faults = [];
  const { lines, states } = shown;
  if (!states.split(' ').every((state) => state === visit.expected)) faults.push(`is ${states}, not ${visit.expected}`);
  const said = facts(lines, 'message').filter((line) => !visit.may.some((known) => known.test(line)));
  faults.push(...[...new Set(said)].map((line) => `says ${line}`));
  const events = facts(lines, 'event').filter((line) => line.startsWith('indicator-error'));
  const wanted = visit.code ? `indicator-error ${visit.code}` : '';
  if ([...new Set(events)].join() !== wanted) faults.push(`raises ${events.join() || 'no indicator-error'}, not ${wanted || 'none'}`);
  faults.push(...facts(lines, 'fault'));
  if (plain && states === 'drawn' && visit.expected === states && visit.looks !== 'otherwise') faults.push(...first(facts(plain, 'look'), facts(lines, 'look'), 'chart'));
  return faults;
}
