// Before the script: lets a test make its wasm fail inside, and counts instances and what listens to the whole page.
//
// `__trap.target`: every call that draws this target fails; `__trap.call`: the next call of this export does.
// `__trap.torn`: the failing instance's memory is overwritten first, so that nothing of it can be used again.
(function () {
  'use strict';
  var trap = { target: '', call: '', torn: false, made: 0, failed: 0, listening: 0, refuse: false };
  window.__trap = trap;
  var asked;
  var get = Reflect.get;
  Reflect.get = function (object, key) {
    var value = get.apply(Reflect, arguments);
    if (key === 'target' && typeof value === 'string') asked = value;
    return value;
  };

  function wrapped(exports) {
    trap.made += 1;
    var outer = {};
    Object.keys(exports).forEach(function (name) {
      var own = exports[name];
      if (typeof own !== 'function') {
        outer[name] = own;
        return;
      }
      outer[name] = function () {
        var draws = /^core_(paint|refresh)$/.test(name);
        if (draws) asked = '';
        var result = own.apply(null, arguments);
        var due = (draws && trap.target && asked === trap.target) || trap.call === name;
        if (!due) return result;
        trap.call = '';
        trap.failed += 1;
        if (!trap.torn) throw new WebAssembly.RuntimeError('unreachable');
        new Uint8Array(exports.memory.buffer).fill(255, 1024);
        // Reads and writes beyond the end of the memory.
        own.apply(null, Array.prototype.map.call(arguments, function () { return -16; }));
        throw new Error('the wasm did not trap');
      };
    });
    return { exports: outer };
  }

  if (typeof WebAssembly === 'object') {
    var instantiate = WebAssembly.instantiate;
    var Instance = WebAssembly.Instance;
    WebAssembly.instantiate = function (source, imports) {
      if (trap.refuse) return Promise.reject(new WebAssembly.CompileError('refused'));
      return instantiate.call(WebAssembly, source, imports).then(function (made) {
        return made.module ? { module: made.module, instance: wrapped(made.instance.exports) } : wrapped(made.exports);
      });
    };
    WebAssembly.Instance = function (module, imports) {
      return wrapped(new Instance(module, imports).exports);
    };
  }

  [window, document].forEach(function (target) {
    var add = target.addEventListener;
    var remove = target.removeEventListener;
    target.addEventListener = function () { trap.listening += 1; return add.apply(target, arguments); };
    target.removeEventListener = function () { trap.listening -= 1; return remove.apply(target, arguments); };
  });
}());
