// The gallery: one page, whose address says what it shows. `#` is the start; `#plan/ID`, `#indicator/ID` and `#target/ID` (or
// the bare `#ID` of a target) are pages of their own; `#plans`, `#targets`, `#indicators` and `#timeline` list them all.
// Language, looks and filters stand in front: ?lang=&theme=&text=&q=&plan=&topic=&values=
(function () {
  'use strict';

  var SETTINGS = { lang: '', theme: 'auto', text: 'normal' };
  var FILTERS = { q: '', plan: '', topic: '', values: '' };
  // The entry of the navigation that a page belongs to.
  var PLACES = { plan: 'plans', indicator: 'indicators', target: 'targets' };
  var parts = galleryParts;
  var data = galleryData;
  var pages = galleryPages;
  var make = parts.make;
  var root = document.documentElement;
  var settings = data.settings();
  var filters = readFilters();
  var api = null;
  var here = '';      // the page that is shown, as its address names it: target/ID
  var left = {};      // by page: how far it was scrolled, and which link led away
  var way = null;     // how the next page was asked for: {keep}, or null for back, forward and typed addresses
  var arrived = null; // puts scroll and focus where they belong on a page that was just put up
  var pending = null; // where to scroll to while charts are still growing

  function byId(id) { return document.getElementById(id); }

  function fault(text) {
    byId('fault').textContent = text;
    byId('fault').hidden = !text;
  }

  // ---- the address ----

  function readFilters() {
    var query = new URLSearchParams(location.search);
    var read = {};
    Object.keys(FILTERS).forEach(function (key) { read[key] = query.get(key) || ''; });
    return read;
  }

  /** Puts settings and filters into the address, and `#name` in place of an older way to say it. */
  function writeAddress(name) {
    var query = new URLSearchParams();
    Object.keys(SETTINGS).forEach(function (key) { if (settings[key] !== SETTINGS[key]) { query.set(key, settings[key]); } });
    Object.keys(FILTERS).forEach(function (key) { if (filters[key]) { query.set(key, filters[key]); } });
    var text = query.toString() ? '?' + query.toString() : '';
    var hash = name ? '#' + name : location.hash;
    if (text === location.search && hash === location.hash) { return; }
    try {
      history.replaceState(history.state, '', location.pathname + text + hash);
    } catch (_) {
      // Opened as a file, some browsers keep the address as it is: the page works on without it.
    }
  }

  /** What the fragment of an address asks for: {page, id}. What follows a `?` in it is a chart's. */
  function wanted(hash) {
    var asked = /^#([a-z]+)\/([\w-]+)|^#([\w-]+)/.exec(hash);
    // The first versions had filters before anything else.
    if (!asked) { return { page: filters.plan || filters.topic || filters.values ? 'targets' : 'start', id: '' }; }
    if (asked[1]) { return { page: asked[1], id: asked[2] }; }
    if (/^(plans|targets|indicators|timeline)$/.test(asked[3])) { return { page: asked[3], id: '' }; }
    return asked[3] === 'list' ? { page: 'targets', id: '' } : { page: 'target', id: asked[3] };
  }

  function nameOf(ask) { return ask.id ? ask.page + '/' + ask.id : ask.page; }

  // ---- the frame around the pages ----

  function applySettings() {
    data.dress(settings);
    document.getElementById('docs').setAttribute('href', 'docs/' + (settings.lang === 'en' ? 'en' : 'zh') + '/index.html');
    document.querySelectorAll('indicator-chart').forEach(function (chart) { chart.setAttribute('theme', settings.theme); });
  }

  function set(key, value) {
    settings[key] = value;
    writeAddress();
    applySettings();
    if (!api || key === 'theme') { return; }
    if (key === 'lang') { data.load(api, settings.lang); }
    show();
  }

  // ---- pages ----

  function head(page) {
    var box = make('header', { 'class': 'page-head' });
    if (page.up) { box.append(make('p', { 'class': 'up' }, make('a', { href: page.up[0] }, '\u2190 ' + page.up[1]))); }
    if (page.eyebrow) { box.append(make('p', { 'class': 'eyebrow' }, page.eyebrow)); }
    box.append(make('h1', { id: 'page-title', tabindex: '-1' }, page.title));
    if (page.lead) { box.append(make('p', { 'class': 'lead' }, page.lead)); }
    return box;
  }

  /** Puts up the page that the address asks for; the start page where there is no such thing. */
  function show() {
    var ask = wanted(location.hash);
    var build = /^(start|plans?|targets?|indicators?|timeline)$/.test(ask.page) && pages[ask.page];
    var changed = function () { writeAddress(); };
    var page = build && build(ask.id, filters, changed);
    fault(page ? '' : data.word('fault_page', { id: ask.id || ask.page }));
    if (!page) {
      ask = { page: 'start', id: '' };
      page = pages.start('', filters, changed);
    }
    if (page.id) { ask.id = page.id; }
    here = nameOf(ask);
    // A target's bare id, or its second wording, from here on under its own name: charts add to that what a reader chooses.
    if (page.id && location.hash.split('?')[0] !== '#' + here) { writeAddress(here); }
    var main = byId('page');
    parts.empty(main);
    if (page.title) { main.append(head(page)); }
    page.nodes.forEach(function (node) { main.append(node); });
    root.setAttribute('data-page', ask.page);
    document.title = page.title ? (page.tab || page.title) + ' - ' + data.word('title') : data.word('title');
    document.querySelectorAll('#nav a').forEach(function (link) {
      var current = link.getAttribute('href').slice(1);
      if (current === ask.page) { link.setAttribute('aria-current', 'page'); }
      else if (current === PLACES[ask.page]) { link.setAttribute('aria-current', 'true'); }
      else { link.removeAttribute('aria-current'); }
    });
  }

  /** After a move: told of twice, or only once where filters differ too. */
  function route() {
    var asked = way;
    if (!asked && nameOf(wanted(location.hash)) === here) {
      // Between the two tellings a browser may look for the fragment: it scrolls, and forgets the focus.
      if (arrived) { arrived(); }
      arrived = null;
      return;
    }
    way = null;
    if (!asked) { filters = readFilters(); }
    else if (!asked.keep) { filters = Object.assign({}, FILTERS); }
    writeAddress();
    show();
    var before = asked ? null : left[here];
    pending = before ? before.y : null;
    // Back at a page, the focus is where it was left: at the link that led away.
    var link = before && before.href && document.querySelector('#page a[href="' + before.href + '"]');
    arrived = function () {
      window.scrollTo(0, before ? before.y : 0);
      (link || byId('page-title')).focus({ preventScroll: true });
    };
    arrived();
  }

  /** Goes to a page of the gallery; `keep`: with the filters as they are. */
  pages.go = function (hash, keep) {
    if (nameOf(wanted(hash)) === here) {
      toTop();
      return;
    }
    way = { keep: keep };
    location.hash = hash;
  };

  function toTop() {
    window.scrollTo(0, 0);
    byId('page-title').focus();
  }

  function follow(event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }
    var href = link.getAttribute('href');
    event.preventDefault();
    if (link.id === 'skip') {
      byId('page-title').focus();
      byId('page-title').scrollIntoView();
      return;
    }
    left[here] = { y: window.pageYOffset, href: href };
    if (link.hasAttribute('data-values')) { filters.values = link.getAttribute('data-values'); }
    pages.go(href, link.hasAttribute('data-keep') || link.hasAttribute('data-values'));
  }

  // ---- start ----

  function listen() {
    data.onSetting(set);
    document.addEventListener('click', follow);
    document.addEventListener('indicator-open', function (event) {
      var id = event.detail && event.detail.target;
      if (!id) { return; }
      event.preventDefault();
      left[here] = { y: window.pageYOffset, href: '' };
      pages.go('#target/' + id);
    });
    window.addEventListener('popstate', route);
    window.addEventListener('hashchange', route);
    if ('scrollRestoration' in history) { history.scrollRestoration = 'manual'; }
    // Charts above the place that was left may grow after the return; a reader who moves is left alone.
    document.addEventListener('indicator-ready', function () { if (pending !== null) { window.scrollTo(0, pending); } });
    ['wheel', 'touchstart', 'keydown', 'mousedown'].forEach(function (name) {
      window.addEventListener(name, function () { pending = null; }, { passive: true });
    });
  }

  function start() {
    api = window.IndicatorWidgets;
    data.load(api, settings.lang);
    show();
    listen();
    root.setAttribute('data-ready', '');
  }

  applySettings();
  if (window.IndicatorWidgets) {
    window.IndicatorWidgets.ready.then(start).catch(function (error) {
      fault(data.word('fault_script'));
      throw error;
    });
  } else {
    fault(data.word('fault_script'));
  }
})();
