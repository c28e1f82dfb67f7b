// The soak's judge: a line's slope with its error, and what is told from none.
import { strict as assert } from 'node:assert';
import test from 'node:test';
import { bound, trend } from './browser/soak/trend.mjs';

test('slope and standard error are those of least squares', () => {
  // By hand: slope 8 / 10, residual squares 3.6, error sqrt(3.6 / 3 / 10).
  const line = trend([[0, 1], [1, 3], [2, 2], [3, 5], [4, 4]]);
  assert.ok(Math.abs(line.slope - 0.8) < 1e-12);
  assert.ok(Math.abs(line.error - Math.sqrt(0.12)) < 1e-12);
});

test("the bound is Student's t", () => {
  // One-sided 0.1 %: tables of the distribution, such as NIST/SEMATECH's handbook, 1.3.6.7.2.
  for (const [freedom, value] of [[5, 5.893], [10, 4.144], [18, 3.610], [30, 3.385], [100, 3.174]]) {
    assert.ok(Math.abs(bound(freedom) / value - 1) < 0.03, `${freedom}: ${bound(freedom)} for ${value}`);
  }
});

test('what is level is flat, what climbs grows, what falls does not', () => {
  const noise = (i) => Math.sin(i * 12.9898) * 0.5;
  const row = (slope) => Array.from({ length: 40 }, (_, i) => [i * 100, 300 + slope * i * 100 + noise(i)]);
  assert.equal(trend(row(0)).grows, false);
  assert.equal(trend(row(-0.001)).grows, false);
  assert.equal(trend(row(0.001)).grows, true);
  assert.equal(trend(row(0).map(([x]) => [x, 297])).grows, false);
  // One node more with each sample, without any noise.
  assert.equal(trend(row(0).map(([x], i) => [x, 297 + i])).grows, true);
});
