//! Sorts the wasm's code by kind before it is packed: opcodes lie beside opcodes, the numbers of locals beside such
//! numbers, and LZMA finds what repeats. A tenth of the script is saved by it. `www/join.js` puts the code together again.

use std::ops::Range;

/// Opcodes with block types, calls and all else that has no stream of its own; then what is named.
const OP: usize = 0;
const LOCAL: usize = 1;
const BRANCH: usize = 2;
const OFFSET: usize = 3;
const I32: usize = 4;
const FLOAT: usize = 5;
/// All sections but the code.
const PLAIN: usize = 6;
const STREAMS: usize = 7;

/// Binary logarithm of the bytes that each load and store (0x28 to 0x3e) moves.
const NATURAL: [u8; 23] = [2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2];

/// The parts of a module, sorted.
pub struct Split {
    /// The streams, one after the other.
    pub bytes: Vec<u8>,
    /// Where each begins.
    pub starts: [usize; STREAMS],
}

/// Sorts a module whose loads and stores are aligned naturally (see [`align`]).
///
/// # Errors
/// The module is cut off, or has an instruction that WebAssembly's first version has not.
pub fn split(wasm: &[u8]) -> Result<Split, String> {
    let mut streams: [Vec<u8>; STREAMS] = Default::default();
    walk(wasm, &mut |stream, range| {
        if let (Some(stream), Some(bytes)) = (streams.get_mut(stream), wasm.get(range)) {
            stream.extend_from_slice(bytes);
        }
    })?;
    let mut starts = [0; STREAMS];
    let mut bytes = Vec::new();
    for (start, stream) in starts.iter_mut().zip(&streams) {
        *start = bytes.len();
        bytes.extend_from_slice(stream);
    }
    Ok(Split { bytes, starts })
}

/// Gives every load and store its natural alignment, so that it need not be written down. It is a hint without effect.
///
/// # Errors
/// As [`split`].
pub fn align(wasm: &mut [u8]) -> Result<(), String> {
    let mut offsets = Vec::new();
    let mut op = 0;
    walk(wasm, &mut |stream, range| match stream {
        OP => op = range.start,
        OFFSET => offsets.push((op, range.start)),
        _ => {}
    })?;
    for (op, offset) in offsets {
        let natural = wasm.get(op).and_then(|op| NATURAL.get(usize::from(*op).wrapping_sub(0x28)).copied());
        if let (Some(natural), Some(hint)) = (natural, wasm.get_mut(offset - 1)) {
            *hint = natural;
        }
    }
    Ok(())
}

/// Calls `part` with each part's stream and where it lies, in the module's order. Left out is what follows from the
/// rest: the sizes of the code section and of its functions, alignments, and bytes that are always 0.
fn walk(wasm: &[u8], part: &mut dyn FnMut(usize, Range<usize>)) -> Result<(), String> {
    let mut reader = Reader { wasm, at: 8, part };
    reader.give(PLAIN, 0);
    while reader.at < wasm.len() {
        let start = reader.at;
        let section = reader.byte()?;
        let code = section == 10;
        if code {
            reader.give(PLAIN, start);
        }
        let size = reader.number()?;
        let from = reader.at;
        if code {
            for _ in 0..reader.number_of(PLAIN)? {
                reader.function()?;
            }
        } else {
            reader.at += size;
            reader.give(PLAIN, start);
        }
        if reader.at != from + size {
            return Err(format!("section {section} has another size than it says"));
        }
    }
    Ok(())
}

struct Reader<'w, 'p> {
    wasm: &'w [u8],
    at: usize,
    part: &'p mut dyn FnMut(usize, Range<usize>),
}

impl Reader<'_, '_> {
    fn byte(&mut self) -> Result<u8, String> {
        let byte = self.wasm.get(self.at).copied().ok_or("the wasm is cut off")?;
        self.at += 1;
        Ok(byte)
    }

    /// LEB128.
    fn number(&mut self) -> Result<usize, String> {
        let mut value = 0;
        for shift in (0..70).step_by(7) {
            let byte = self.byte()?;
            value |= usize::from(byte & 127).checked_shl(shift).unwrap_or(0);
            if byte < 128 {
                return Ok(value);
            }
        }
        Err(format!("byte {}: a number that does not end", self.at))
    }

    fn give(&mut self, stream: usize, from: usize) {
        (self.part)(stream, from..self.at);
    }

    fn number_of(&mut self, stream: usize) -> Result<usize, String> {
        let from = self.at;
        let value = self.number()?;
        self.give(stream, from);
        Ok(value)
    }

    fn bytes_of(&mut self, stream: usize, count: usize) {
        self.at += count;
        self.give(stream, self.at - count);
    }

    fn function(&mut self) -> Result<(), String> {
        let size = self.number()?;
        let end = self.at + size;
        for _ in 0..self.number_of(OP)? {
            self.number_of(OP)?;
            self.bytes_of(OP, 1);
        }
        let mut depth = 1;
        while depth > 0 {
            let from = self.at;
            let op = self.byte()?;
            self.give(OP, from);
            match op {
                0x02..=0x04 => {
                    self.bytes_of(OP, 1);
                    depth += 1;
                }
                0x0b => depth -= 1,
                0x0c | 0x0d => drop(self.number_of(BRANCH)?),
                0x0e => {
                    for _ in 0..=self.number_of(BRANCH)? {
                        self.number_of(BRANCH)?;
                    }
                }
                0x10 | 0x23 | 0x24 | 0x42 => drop(self.number_of(OP)?),
                0x11 => {
                    self.number_of(OP)?;
                    self.at += 1;
                }
                0x20..=0x22 => drop(self.number_of(LOCAL)?),
                0x28..=0x3e => {
                    self.at += 1;
                    self.number_of(OFFSET)?;
                }
                0x3f | 0x40 => self.at += 1,
                0x41 => drop(self.number_of(I32)?),
                0x43 => self.bytes_of(FLOAT, 4),
                0x44 => self.bytes_of(FLOAT, 8),
                0x00 | 0x01 | 0x05 | 0x0f | 0x1a | 0x1b | 0x45..=0xbf => {}
                _ => {
                    return Err(format!(
                        "byte {from}: the instruction {op:#04x} is not of WebAssembly's first version"
                    ));
                }
            }
        }
        if self.at == end { Ok(()) } else { Err(format!("byte {end}: the function does not end here")) }
    }
}
