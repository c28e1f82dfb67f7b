// Puts the wasm together again that `src/cli/build/split.rs` sorted by kind. What it left out follows from the rest: sizes,
// alignments (the natural ones), and bytes that are always 0.

const OP = 0; // and all that has no stream of its own
const LOCAL = 1;
const BRANCH = 2;
const OFFSET = 3;
const I32 = 4;
const FLOAT = 5;
const PLAIN = 6; // all sections but the code

/** The module whose sorted parts are in `split` (Uint8Array), each stream from its place in `starts` on; `size` is the module's. */
export function join(split, starts, size) {
  const out = new Uint8Array(size);
  const at = starts.slice();
  let done = 0;
  const take = (stream) => (out[done++] = split[at[stream]++]);
  const number = (stream) => {
    let value = 0;
    let shift = 0;
    let byte;
    do {
      byte = take(stream);
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return value;
  };
  /** What `write` writes, after its size. */
  const sized = (write) => {
    const start = done;
    write();
    const bytes = [];
    let rest = done - start;
    for (; rest > 127; rest >>= 7) bytes.push((rest & 127) | 128);
    bytes.push(rest);
    out.copyWithin(start + bytes.length, start, done);
    out.set(bytes, start);
    done += bytes.length;
  };
  const body = () => {
    for (let locals = number(OP); locals > 0; locals--) {
      number(OP);
      take(OP);
    }
    for (let depth = 1; depth > 0; ) {
      const op = take(OP);
      if (op === 11) depth--;
      else if (op > 1 && op < 5) {
        take(OP); // block, loop, if: its type
        depth++;
      } else if (op === 12 || op === 13) number(BRANCH);
      else if (op === 14) for (let labels = number(BRANCH); labels >= 0; labels--) number(BRANCH);
      else if (op === 16 || op === 35 || op === 36 || op === 66) number(OP); // call, globals, i64.const
      else if (op === 17) {
        number(OP); // call_indirect: its type, and the one table
        done++;
      } else if (op > 31 && op < 35) number(LOCAL);
      else if (op > 39 && op < 63) {
        out[done++] = Number('23230011001122232301012'[op - 40]); // loads and stores: binary logarithm of their bytes
        number(OFFSET);
      } else if (op === 63 || op === 64) done++; // memory.size, memory.grow
      else if (op === 65) number(I32);
      else if (op === 67 || op === 68) for (let bytes = (op - 66) * 4; bytes > 0; bytes--) take(FLOAT);
    }
  };

  for (let i = 0; i < 8; i++) take(PLAIN); // the magic word and the version
  while (done < size) {
    if (take(PLAIN) === 10) {
      sized(() => {
        for (let functions = number(PLAIN); functions > 0; functions--) sized(body);
      });
    } else {
      for (let bytes = number(PLAIN); bytes > 0; bytes--) take(PLAIN);
    }
  }
  return out;
}
