// Contact sheets: all pictures of a view on one, to be looked at one by one.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';

const GAP = 24;

/** One sheet for each state and text size: rows are themes by languages, columns are widths. */
export function contactSheets(taken, folder) {
  mkdirSync(folder, { recursive: true });
  const sheets = new Map();
  for (const { one, png } of taken) {
    const key = `${one.state}.${one.size}`;
    const rows = sheets.get(key) ?? new Map();
    const row = rows.get(`${one.theme} ${one.lang}`) ?? [];
    row.push(PNG.sync.read(png));
    rows.set(`${one.theme} ${one.lang}`, row);
    sheets.set(key, rows);
  }
  for (const [key, rows] of sheets) {
    const lines = [...rows.values()];
    const width = Math.max(...lines.map((line) => line.reduce((sum, one) => sum + one.width + GAP, GAP)));
    const height = lines.reduce((sum, line) => sum + Math.max(...line.map((one) => one.height)) + GAP, GAP);
    const sheet = new PNG({ width, height });
    sheet.data.fill(0x88);
    for (let i = 3; i < sheet.data.length; i += 4) sheet.data[i] = 0xff;
    let y = GAP;
    for (const line of lines) {
      let x = GAP;
      for (const one of line) {
        PNG.bitblt(one, sheet, 0, 0, one.width, one.height, x, y);
        x += one.width + GAP;
      }
      y += Math.max(...line.map((one) => one.height)) + GAP;
    }
    writeFileSync(join(folder, `${key}.png`), PNG.sync.write(sheet));
  }
}
