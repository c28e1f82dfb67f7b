// The host pages, each a real situation: what it is, how it is opened, and what must come of it.
//
//   name, what   the file tests/hosts/NAME.html (or `page`), and what it is in words
//   expected     drawn (default): as in the plain page. failed: our line, and the element's own content. static: our script
//                never runs, the own content stays
//   code         the error that is raised
//   origins      http, where not `EVERYWHERE`: as a file too. A `policy` is said by a header, and by the page; `server` is what
//                is wrong with a server (see tests/browser/hosts/server.mjs)
//   may          what the browser itself may say of it
//   changes      what of the page is another with us for a reason of the page's own
//   globals, files   what we add and ask for, where that is not IndicatorWidgets and indicator-widgets.js
//   looks        'otherwise' where the chart is not the plain page's
//   nowasm       WebAssembly is forbidden: indicator-widgets.nowasm.js takes over
//   strict       so is it in Chromium 69, which does not know 'wasm-unsafe-eval': such pages include that file directly there
//   in           what of all this is otherwise in one browser; `skip` says why it cannot be opened there

const SELF = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'";
const SELF_NOWASM = SELF.replace(" 'wasm-unsafe-eval'", '');
const NONCE = "default-src 'none'; script-src 'nonce-r4nd0m' 'wasm-unsafe-eval'; style-src 'nonce-r4nd0m'; img-src 'self'; base-uri 'none'";
const NONCE_NOWASM = NONCE.replace(" 'wasm-unsafe-eval'", '');
const TYPES = "; require-trusted-types-for 'script'";
const EVERYWHERE = ['http', 'file'];
const BOTH = ['indicator-widgets.js', 'indicator-widgets.nowasm.js'];

// Chromium 69 does not know what is of 2021.
const UNKNOWN = [/contains an invalid source: ''wasm-unsafe-eval''/, /Unrecognized Content-Security-Policy directive '(require-trusted-types-for|trusted-types)'/];
// That WebAssembly was tried and refused.
const TRIED = [/wasm-eval/, /WebAssembly/, /wasm code generation/i];
// That a policy of trusted types, or an address without one, was refused.
const UNTRUSTED = [/trusted-?types/i, /Trusted(Script|Type)/];
const strict = { strict: true, in: { chromium69: { may: UNKNOWN } } };
const noWasm = { nowasm: true, strict: true, files: BOTH, may: TRIED, in: { chromium69: { may: UNKNOWN, files: undefined } } };

const inPages = [
  { name: 'plain', origins: EVERYWHERE, what: 'a plain page; all others are compared with it' },
  { name: 'gbk', origins: EVERYWHERE, what: 'GBK, no charset at our script' },
  { name: 'quirks', origins: EVERYWHERE, what: 'no doctype, layout by tables' },
  { name: 'base', origins: EVERYWHERE, what: '`<base href>`' },
  { name: 'reset-all', what: '`* { all: unset }`' },
  { name: 'reset-usual', what: '`svg { display: none }`, 62.5%, `:lang` fonts, rules for every tag' },
  { name: 'inherited', what: 'everything that is inherited, set on the body' },
  { name: 'prototype', origins: EVERYWHERE, what: 'Prototype.js 1.6' },
  { name: 'mootools', what: 'MooTools' },
  { name: 'real-prototype', origins: EVERYWHERE, what: 'Prototype.js 1.7.3 itself' },
  { name: 'real-mootools', origins: EVERYWHERE, what: 'MooTools 1.4.5 itself, core and more' },
  { name: 'real-jquery', origins: EVERYWHERE, what: 'jQuery 1.12.4 itself' },
  { name: 'polyfills', origins: EVERYWHERE, what: 'Array, String, JSON, Object replaced by old polyfills' },
  { name: 'promise', what: '`Promise` is something else', in: { webkit: { skip: 'its driver works with the page\'s own Promise' } } },
  { name: 'jquery', what: 'jQuery 1 and plugins' },
  { name: 'elements', what: 'customElements, HTMLElement, Promise wrapped' },
  { name: 'head', what: 'script in the head' },
  { name: 'defer', what: 'script deferred' },
  { name: 'end', what: 'script at the end' },
  { name: 'twice', origins: EVERYWHERE, what: 'script twice' },
  { name: 'versions', what: 'two versions at once', globals: [], looks: 'otherwise' },
  { name: 'later', origins: EVERYWHERE, what: 'script and chart injected later' },
  { name: 'frame', origins: EVERYWHERE, what: 'in a frame', globals: [], looks: 'otherwise', files: ['indicator-widgets.js', 'plain-narrow.html'] },
  { name: 'sandbox', what: 'in a sandboxed frame, `allow-scripts` alone', globals: [], looks: 'otherwise', files: ['indicator-widgets.js', 'plain-narrow.html'] },
  { name: 'sandbox-disk', origins: ['file'], what: 'the same from disk: the browser lets no file into such a frame', expected: 'static', looks: 'otherwise', may: [/Not allowed to load local resource/] },
  { name: 'zoom', what: 'page zoom 50, 200 and 400 %', globals: [], looks: 'otherwise', files: ['indicator-widgets.js', 'plain-narrow.html'] },
  { name: 'shadow', what: 'in a shadow tree' },
  { name: 'hidden-tab', what: 'in a hidden tab that is shown later' },
  { name: 'moved', origins: EVERYWHERE, what: 'moved in the DOM, and through a frame' },
  { name: 'churn', what: 'removed and re-added a thousand times', changes: ['focus'] },
  { name: 'form', what: 'a form around it', press: ['Enter'], changes: ['focus'] },
  { name: 'rtl', what: 'a page from right to left' },
  // WebKit tells the width of a line in other pixels there.
  { name: 'enlarged', what: 'enlarged by `zoom`, as buttons for older readers do', in: { webkit: { looks: 'otherwise' } } },
  { name: 'enlarged-later', origins: EVERYWHERE, what: 'enlarged by `zoom` on the root once the chart is drawn, and back', looks: 'otherwise' },
  { name: 'scaled', what: 'enlarged by `transform`' },
  { name: 'insecure', what: 'http without TLS', insecure: true },
  { name: 'clobbered', what: '`document.currentScript` and others clobbered by elements' },
  { name: 'print', what: 'printed', pdf: true },
  { name: 'no-copy', what: 'copying, selecting, menus forbidden' },
  { name: 'clash', what: 'our names taken by something else', expected: 'static', ran: true, code: 'name-clash', globals: [] },
  { name: 'clash-global', origins: EVERYWHERE, what: 'our global\'s name taken: charts are drawn all the same', code: 'name-clash', globals: [] },
  { name: 'clash-element', what: 'our element\'s name taken: scripts have the global all the same', expected: 'static', ran: true, code: 'name-clash' },
  { name: 'no-wasm', origins: EVERYWHERE, what: 'WebAssembly switched off', nowasm: true, files: BOTH },
];

const policies = [
  { name: 'strict', what: `\`${SELF}\``, policy: SELF, ...strict },
  { name: 'strict-types', what: 'the same, `require-trusted-types-for \'script\'`', policy: SELF + TYPES, ...strict },
  { name: 'strict-types-none', what: 'the same, `trusted-types \'none\'`', policy: `${SELF}${TYPES}; trusted-types 'none'`, ...strict },
  { name: 'nonce', what: `\`${NONCE}\``, page: 'policy-nonce.html', policy: NONCE, ...strict },
  { name: 'no-wasm-policy', what: `\`${SELF_NOWASM}\``, policy: SELF_NOWASM, ...noWasm },
  { name: 'no-wasm-types', what: 'the same, `require-trusted-types-for \'script\'`', policy: SELF_NOWASM + TYPES, ...noWasm },
  { name: 'no-wasm-types-named', what: 'the same, `trusted-types indicator-widgets`', policy: `${SELF_NOWASM}${TYPES}; trusted-types indicator-widgets`, ...noWasm },
  { name: 'no-wasm-types-none', what: 'the same, `trusted-types \'none\'`', policy: `${SELF_NOWASM}${TYPES}; trusted-types 'none'`, ...noWasm,
    expected: 'failed', code: 'wasm-blocked', files: undefined, may: [...TRIED, ...UNTRUSTED], in: { chromium69: { may: UNKNOWN, expected: 'drawn', code: '' } } },
  { name: 'no-wasm-nonce', what: `\`${NONCE_NOWASM}\``, page: 'policy-nonce.html', policy: NONCE_NOWASM, ...noWasm },
  { name: 'no-scripts', what: '`script-src \'none\'` but for the page\'s own', page: 'policy.html', policy: "default-src 'none'; script-src 'nonce-w1tne55'; style-src 'self'; img-src 'self'", expected: 'static', files: [],
    may: [/Refused to load the script|violates the following Content Security Policy|^policy: script-src|not loaded/] },
].map((host) => ({ page: 'policy.html', ...host }));

const servers = [
  { name: 'sri', what: 'from another origin, with its hash' },
  { name: 'sri-wrong', what: 'from another origin, with another file\'s hash', expected: 'static', may: [/integrity/, /not loaded/] },
  { name: 'iis', what: 'a server that knows .html, .js and .css alone', server: { kinds: ['.html', '.js', '.css'] } },
  { name: 'charset', what: 'our script sent as `text/javascript; charset=gbk`', server: { charset: 'gbk' } },
  { name: 'late', what: 'a first byte after 1.5 s', server: { late: 1500 } },
  { name: 'cut', what: 'our script cut off in the middle', server: { cut: 0.6 }, expected: 'static', may: [/SyntaxError|Invalid or unexpected token|Unexpected EOF|unterminated|string literal/i] },
].map((host) => ({ page: ['sri', 'sri-wrong'].includes(host.name) ? `${host.name}.html` : 'plain.html', ...host }));

export default [...inPages, ...policies, ...servers];
