// The builder page: what is chosen is shown live, and given as code to paste. Its address says what it begins with, in the
// element's own words: ?target=ID&view=progress, with ?lang=&theme=&text= for the page itself.
(function () {
  'use strict';

  var FIRST = 'fujian-valid-trademarks-2025';
  var WIDTHS = [320, 640, 1280];
  var parts = galleryParts;
  var data = galleryData;
  var own = builderParts;
  var make = parts.make;
  var settings = data.settings();
  var state = {
    view: 'trajectory', targets: [], indicator: '', scope: '', several: false, query: '', plan: '', region: '',
    pasted: '', lang: settings.lang, theme: 'auto', textSize: 'normal', controls: 'full', width: '640',
    method: '', growth: '', until: '', asOf: '', observations: '', heading: '3', verdict: true,
    form: 'element', src: 'indicator-widgets.js', far: '', sheet: true, svg: 'chart.svg', html: 'chart.html', shown: window.innerWidth < 700 ? 320 : 640
  };
  var boxes = {};
  var chart = null;

  function byId(id) { return document.getElementById(id); }

  function fault(text) {
    byId('fault').textContent = text;
    byId('fault').hidden = !text;
  }

  /** Begins with what the address asks for, as far as there is such a thing. */
  function begin() {
    var query = new URLSearchParams(location.search);
    var known = (query.get('target') || '').split(/\s+/).filter(function (id) { return data.find(data.targets, id); });
    var view = query.get('size') === 'compact' ? 'compact' : query.get('view');
    state.targets = known.length ? known : [(data.find(data.targets, FIRST) || data.targets[0]).id];
    state.several = known.length > 1;
    if (builderPick.VIEWS.indexOf(view) >= 0) { state.view = view; }
    state.indicator = data.find(data.indicators, query.get('indicator')) ? query.get('indicator') : data.find(data.targets, state.targets[0]).indicator;
    var plan = query.get('plan');
    state.scope = plan === 'all' || data.find(data.plans, plan) ? plan : known.length ? 'chosen' : data.plans[0].id;
  }

  /** The element's attributes, by name; what is empty is not asked. */
  function attributes() {
    var asked = {
      view: state.view === 'compact' ? 'progress' : state.view, size: state.view === 'compact' ? 'compact' : '', lang: state.lang, theme: state.theme, 'text-size': state.textSize, controls: state.controls,
      'as-of': state.asOf, method: state.growth ? '' : state.method, growth: state.growth, until: state.until, verdict: state.verdict ? '' : 'none', observations: pasted() ? '' : state.observations
    };
    if (builderPick.ofTargets(state)) { asked.target = state.targets.join(' '); }
    else if (state.view === 'comparison') { asked.indicator = state.indicator; }
    else { asked.plan = state.scope; }
    Object.keys(asked).forEach(function (name) { if (!asked[name]) { delete asked[name]; } });
    return asked;
  }

  function pasted() { return builderOwn.possible(state) ? state.pasted : ''; }

  /** The reader's own day. */
  function today() {
    var now = new Date();
    var two = function (number) { return (number < 10 ? '0' : '') + number; };
    return now.getFullYear() + '-' + two(now.getMonth() + 1) + '-' + two(now.getDate());
  }

  /** What the core is asked: the attributes by the names of options, and what goes with the form. */
  function options() {
    var asked = attributes();
    var all = Object.assign({ asOf: today(), attributes: asked, pasted: pasted(), width: Number(state.width), heading: Number(state.heading) }, builderCode.options(state));
    Object.keys(asked).forEach(function (name) {
      all[name.replace(/-(.)/g, function (_, letter) { return letter.toUpperCase(); })] = asked[name];
    });
    // The page's own values at an address are not there yet.
    delete all.observations;
    if (state.theme === 'auto') { delete all.theme; }
    return all;
  }

  // ---- the parts of the page ----

  function looks() {
    var word = data.word;
    var pairs = function (stem, names) { return names.map(function (name) { return [name, word(stem + name)]; }); };
    var themes = pairs('theme_', ['light', 'dark', 'contrast']);
    var methods = IndicatorBuilder.methods(settings.lang);
    var fields = make('div', { 'class': 'fields' },
      own.field('b_lang', own.select(state, 'lang', [['zh-Hans', word('b_lang_hans')], ['zh-Hant', word('b_lang_hant')], ['en', 'English']], changed)),
      own.field('b_text', own.select(state, 'textSize', pairs('b_text_', ['normal', 'large']), changed)),
      own.field('b_theme', own.select(state, 'theme', [['auto', word('b_theme_auto')]].concat(themes), changed), 'field-whole'),
      own.field('b_controls', own.select(state, 'controls', pairs('b_controls_', ['full', 'basic', 'none']), changed), 'field-whole'),
      own.field('b_width', own.input(state, 'width', { type: 'number', min: '280', max: '1920' }, soon), 'field-whole'));
    var more = make('details', { 'class': 'more-settings' }, make('summary', {}, word('b_more')), make('div', { 'class': 'fields' },
      own.field('b_method', own.select(state, 'method', [['', word('b_method_auto')]].concat(methods), changed)),
      own.field('b_until', own.input(state, 'until', { inputmode: 'numeric', maxlength: '4' }, soon)),
      own.field('b_growth', own.input(state, 'growth', {}, soon), 'field-whole'),
      own.field('b_as_of', own.input(state, 'asOf', { type: 'date' }, soon), 'field-whole'),
      own.field('b_observations', own.input(state, 'observations', {}, soon), 'field-whole'),
      own.field('b_heading', own.select(state, 'heading', ['1', '2', '3', '4', '5', '6'].map(function (n) { return [n, 'h' + n]; }), changed)),
      own.check(state, 'verdict', 'b_verdict', changed)));
    more.open = Boolean(boxes.more && boxes.more.open);
    boxes.more = more;
    return make('div', {}, fields, more);
  }

  /** The live chart in its real width, in a place that scrolls. */
  function seen() {
    var choice = make('div', { 'class': 'choice', role: 'group', 'aria-label': data.word('b_wide') });
    WIDTHS.forEach(function (width) {
      var button = make('button', { type: 'button', value: String(width) }, data.word('b_wide_px', { n: width }));
      button.addEventListener('click', function () {
        state.shown = width;
        frame();
      });
      choice.append(button);
    });
    boxes.widths = choice;
    boxes.paper = make('div', { 'class': 'paper' });
    boxes.stage = make('div', { 'class': 'stage', id: 'stage', tabindex: '0', role: 'region', 'aria-label': data.word('b_stage') }, boxes.paper);
    chart = null;
    return make('div', {}, choice, boxes.stage);
  }

  function frame() {
    boxes.paper.setAttribute('data-width', state.shown);
    Array.prototype.forEach.call(boxes.widths.children, function (button) {
      button.setAttribute('aria-pressed', String(Number(button.value) === state.shown));
    });
  }

  /** Shows `asked` as it will be in a page; `rows` are values of its own. */
  function draw(asked, rows) {
    var inLine = asked.size === 'compact';
    if (!chart || chart.inLine !== inLine) {
      var fresh = make('indicator-chart', {});
      fresh.inLine = inLine;
      chart = fresh;
      parts.empty(boxes.paper);
      var around = inLine ? data.word('b_sentence', { chart: '\n' }).split('\n') : ['', ''];
      boxes.paper.append(inLine ? make('p', {}, around[0], chart, around[1]) : chart);
    }
    var given = Object.assign({}, asked, asked.theme === 'auto' ? { theme: settings.theme } : {});
    // What is at an address of the page is not there on this one.
    delete given.observations;
    Array.prototype.slice.call(chart.attributes).forEach(function (attribute) { if (!(attribute.name in given)) { chart.removeAttribute(attribute.name); } });
    Object.keys(given).forEach(function (name) { if (chart.getAttribute(name) !== given[name]) { chart.setAttribute(name, given[name]); } });
    var cells = JSON.stringify(rows);
    if (chart.cells === cells) { return; }
    chart.cells = cells;
    parts.empty(chart);
    if (!rows.length) { return; }
    var table = make('table', { 'data-observations': '', hidden: '' });
    rows.forEach(function (row) {
      var line = make('tr', {});
      row.forEach(function (cell) { line.append(make('td', {}, cell)); });
      table.append(line);
    });
    chart.append(table);
  }

  /** What is to be pasted, or why there is nothing. */
  function answer() {
    if (!attributes().target && builderPick.ofTargets(state)) { return { wrong: data.word('b_none_chosen') }; }
    if (!(Number(state.width) >= 280 && Number(state.width) <= 1920)) { return { wrong: data.word('b_width_wrong') }; }
    try {
      return IndicatorBuilder.paste(options());
    } catch (error) {
      return { wrong: builderCode.why(error, state) };
    }
  }

  /** Something was chosen. */
  function changed() {
    var rows = boxes.own.update(options());
    frame();
    draw(attributes(), rows);
    boxes.code.update(answer());
  }
  var soon = own.later(changed, 200);

  function viewed() {
    put('subject', builderPick.subject(state, changed));
    changed();
  }

  function put(id, node) {
    var place = byId(id);
    parts.empty(place);
    place.append(node);
    return node;
  }

  /** Puts up everything, in the page's language. */
  function show() {
    put('views', builderPick.views(state, viewed));
    put('subject', builderPick.subject(state, changed));
    boxes.own = put('own', builderOwn.box(state, changed));
    put('looks', looks());
    put('seen', seen());
    boxes.code = put('code', builderCode.box(state, changed));
    changed();
  }

  // ---- start ----

  function dress() {
    data.dress(settings);
    document.title = data.word('b_title') + ' - ' + data.word('title');
    var query = new URLSearchParams({ lang: settings.lang, theme: settings.theme, text: settings.text }).toString();
    document.querySelectorAll('.brand a, .nav a').forEach(function (link) {
      var parted = link.getAttribute('href').split('#');
      link.setAttribute('href', parted[0].split('?')[0] + '?' + query + (parted[1] ? '#' + parted[1] : ''));
    });
  }

  function set(key, value) {
    // The chart speaks as the page does, until somebody chooses otherwise.
    if (key === 'lang' && state.lang === settings.lang) { state.lang = value; }
    settings[key] = value;
    dress();
    if (key === 'lang') {
      data.load(window.IndicatorWidgets, value);
      show();
    } else {
      changed();
    }
  }

  function start() {
    data.load(window.IndicatorWidgets, settings.lang);
    begin();
    byId('build').hidden = false;
    show();
    data.onSetting(set);
    byId('asks').addEventListener('submit', function (event) { event.preventDefault(); });
    byId('skip').addEventListener('click', function (event) {
      event.preventDefault();
      byId('page-title').focus();
    });
    document.documentElement.setAttribute('data-ready', '');
  }

  dress();
  if (window.IndicatorWidgets && window.IndicatorBuilder) {
    Promise.all([window.IndicatorWidgets.ready, window.IndicatorBuilder.ready]).then(start).catch(function (error) {
      fault(data.word('b_fault_script'));
      throw error;
    });
  } else {
    fault(data.word('b_fault_script'));
  }
})();
