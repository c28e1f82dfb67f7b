// A file that was chosen by hand: what it is, and what is in it. Nothing of it is run.

// Larger ones are not read, in bytes.
const MOST = 64 * 1024 * 1024;
// Of text that is no UTF-8: what Chinese spreadsheets save.
const CHINESE = 'gb18030';
// At most so many characters go into one call.
const PIECE = 8192;

/** Why a file can't be used, by the name of the words for it. */
export const refused = (word) => Object.assign(new Error(word), { word });

/** `file` as { name, packed } (base64) or { name, text }: packed data, alone or in their script, or a table. */
export async function read(file) {
  if (file.size > MOST) throw refused('file_large');
  const bytes = await contents(file);
  const { name } = file;
  if (String.fromCharCode(...bytes.subarray(0, 3)) === 'IWP') return { name, packed: base64(bytes) };
  const text = decoded(bytes);
  if (text.indexOf('indicatorWidgetsData') < 0) return { name, text };
  const [, packed] = /"([\w+/=]{16,})"/.exec(text) || [];
  if (!packed) throw refused('file_damaged');
  return { name, packed };
}

function contents(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result));
    reader.onerror = () => reject(refused('file_unread'));
    reader.readAsArrayBuffer(file);
  });
}

function base64(bytes) {
  let letters = '';
  for (let at = 0; at < bytes.length; at += PIECE) letters += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(letters);
}

function decoded(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    return new TextDecoder(CHINESE).decode(bytes);
  }
}
