// From the list of host pages to what is opened: by http and as a file, a policy said by a header and by the page itself.

/** Each host's visits: objects with all that is said of the host, and `for(browser)`, what holds in that browser. */
export function visitsOf(hosts, site) {
  return hosts.flatMap((host) => ways(host).map((way) => {
    const visit = { page: `${host.name}.html`, expected: 'drawn', may: [], origin: 'http', ...host, ...way, name: [host.name, ...Object.keys(way).slice(0, 1).map((key) => way[key].tag)].filter(Boolean).join('-') };
    for (const key of Object.keys(way)) visit[key] = way[key].value;
    visit.for = (browser) => settled(visit, browser, site);
    return visit;
  }));
}

function ways(host) {
  if (host.policy) return [{}, { meta: { tag: 'meta', value: true } }].filter((way) => !way.meta || !host.headerOnly);
  return (host.origins ?? ['http']).map((origin) => (origin === 'file' ? { origin: { tag: 'file', value: 'file' } } : {}));
}

/** What is expected of a visit in one browser: `in` of a host says what differs there. */
function settled(visit, browser, site) {
  const own = { ...visit, ...visit.in?.[browser] };
  own.may = [...visit.may, ...visit.in?.[browser]?.may ?? []];
  if (!own.skip && own.nowasm && !site.nowasm) own.skip = 'pending: no indicator-widgets.nowasm.js in dist/';
  // Such a page includes that file directly where merely trying WebAssembly ends the browser.
  if (own.strict && browser === 'chromium69') {
    own.direct = true;
    if (!site.nowasm) own.skip = 'pending: no indicator-widgets.nowasm.js in dist/';
  }
  if (own.insecure && !site.outward) own.skip = 'this machine has no address but its loopback';
  return own;
}
