// Unpacks the wasm: a raw LZMA stream (Igor Pavlov, "LZMA specification", 2015) with lc = 2, lp = 0, pb = 0, no header
// and no end mark. A fifth smaller than deflate, at ten milliseconds more; the decoders to be had are general and ten times this size.

const LITERAL_CONTEXT = 2; // lc: high bits of the byte before that choose a literal's probabilities
const HALF = 1024; // of a probability of 11 bits

// Where each kind of decision keeps its probabilities. A state has 16 places, a length 288: two choices, then its trees.
const MATCH = 0;
const REPEAT = 16;
const REPEAT_OLDER = 32;
const REPEAT_OLDER_2 = 48;
const REPEAT_OLDER_3 = 64;
const REPEAT_LONG = 80;
const SLOT = 96;
const ALIGN = SLOT + 4 * 64;
const DISTANCE = ALIGN + 16;
const LENGTH = DISTANCE + 144;
const REPEAT_LENGTH = LENGTH + 288;
const LITERAL = REPEAT_LENGTH + 288;

/** The `size` bytes that `packed` (Uint8Array) holds; throws where it is damaged or cut off. */
export function unpack(packed, size) {
  const out = new Uint8Array(size);
  const chances = new Uint16Array(LITERAL + (0x300 << LITERAL_CONTEXT)).fill(HALF);
  // A typed array keeps the two registers (range, code) from becoming objects: twice as fast as variables that a closure shares.
  const register = new Int32Array(2);
  let at = 1;
  const next = () => {
    register[1] = (register[1] << 8) | packed[at++];
  };
  register[0] = -1;
  for (let i = 0; i < 4; i++) next();

  const widen = (range) => {
    if (range >>> 24) {
      register[0] = range;
    } else {
      register[0] = range << 8;
      next();
    }
  };
  const bit = (place) => {
    const chance = chances[place];
    const bound = Math.imul(register[0] >>> 11, chance);
    if (register[1] >>> 0 < bound >>> 0) {
      chances[place] = chance + ((2048 - chance) >> 5);
      widen(bound);
      return 0;
    }
    chances[place] = chance - (chance >> 5);
    register[1] -= bound;
    widen(register[0] - bound);
    return 1;
  };
  const evenBit = () => {
    const half = register[0] >>> 1;
    const one = register[1] >>> 0 >= half;
    if (one) register[1] -= half;
    widen(half);
    return one ? 1 : 0;
  };
  const tree = (base, bits) => {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | bit(base + node);
    return node - (1 << bits);
  };
  const reverseTree = (base, bits) => {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const one = bit(base + node);
      node = (node << 1) | one;
      value |= one << i;
    }
    return value;
  };
  const length = (base) => {
    if (!bit(base)) return 2 + tree(base + 8, 3);
    if (!bit(base + 1)) return 10 + tree(base + 16, 3);
    return 18 + tree(base + 32, 8);
  };

  let state = 0;
  let done = 0;
  const last = [0, 0, 0, 0]; // the distances used last, less one
  const literal = () => {
    const base = LITERAL + 0x300 * (done ? out[done - 1] >> (8 - LITERAL_CONTEXT) : 0);
    let node = 1;
    if (state > 6) {
      // After a match the byte that would have gone on with it is most likely wrong: it has probabilities of its own.
      let guess = out[done - last[0] - 1];
      let same = true;
      while (same && node < 256) {
        const expected = (guess >> 7) & 1;
        const one = bit(base + 256 + (expected << 8) + node);
        guess <<= 1;
        node = (node << 1) | one;
        same = one === expected;
      }
    }
    while (node < 256) node = (node << 1) | bit(base + node);
    out[done++] = node;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  };
  const distance = (copied) => {
    const slot = tree(SLOT + 64 * Math.min(copied - 2, 3), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << bits;
    if (slot < 14) return base + reverseTree(DISTANCE + base - slot, bits);
    let high = 0;
    for (let i = bits - 4; i > 0; i--) high = (high << 1) | evenBit();
    return base + (high << 4) + reverseTree(ALIGN, 4);
  };
  const match = () => {
    if (!bit(REPEAT + state)) {
      const copied = length(LENGTH);
      last.pop();
      last.unshift(distance(copied));
      state = state < 7 ? 7 : 10;
      return copied;
    }
    let which = 0;
    if (!bit(REPEAT_OLDER + state)) {
      if (!bit(REPEAT_LONG + state)) {
        state = state < 7 ? 9 : 11;
        return 1;
      }
    } else {
      which = bit(REPEAT_OLDER_2 + state) ? 2 + bit(REPEAT_OLDER_3 + state) : 1;
    }
    last.unshift(last.splice(which, 1)[0]);
    const copied = length(REPEAT_LENGTH);
    state = state < 7 ? 8 : 11;
    return copied;
  };

  while (done < size) {
    if (!bit(MATCH + state)) {
      literal();
    } else {
      const copied = match();
      for (let i = 0; i < copied; i++, done++) out[done] = out[done - last[0] - 1];
    }
    if (at > packed.length) break;
  }
  // A whole stream ends with its last byte used and nothing left of the code.
  if (done !== size || register[1] !== 0 || at !== packed.length) throw new Error('cut off or damaged');
  return out;
}
