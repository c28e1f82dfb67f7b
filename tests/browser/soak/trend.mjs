// Whether something grows: a straight line through the samples, and whether its slope can be told from none.
//
// Least squares with the standard error of the slope, s / sqrt(sum (x - mean x)^2), s^2 = residual squares / (n - 2): N. R. Draper and
// H. Smith, Applied Regression Analysis (3rd ed., 1998), section 1.4. Slope / error has Student's t with n - 2 degrees of freedom
// where nothing grows.

/** Chance of calling something growing that is not, one in so many. */
export const ONE_IN = 1000;
/** The normal distribution's quantile of that. */
const Z = 3.0902;

/** Student's t that one in ONE_IN exceeds: Abramowitz and Stegun (1964), equation 26.7.5. */
export function bound(freedom) {
  const [z, v] = [Z, freedom];
  return z + (z ** 3 + z) / (4 * v) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) + (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3);
}

/** The line through points [x, y]: { slope, error, t, bound, grows }. */
export function trend(points) {
  const n = points.length;
  if (n < 5) throw new Error(`${n} samples are too few for a slope`);
  const mean = (at) => points.reduce((sum, point) => sum + point[at], 0) / n;
  const [mx, my] = [mean(0), mean(1)];
  const sum = (of) => points.reduce((all, [x, y]) => all + of(x - mx, y - my), 0);
  const xx = sum((x) => x * x);
  const slope = sum((x, y) => x * y) / xx;
  const error = Math.sqrt(sum((x, y) => (y - slope * x) ** 2) / (n - 2) / xx);
  // A row of equal numbers leaves rounding alone.
  const flat = Math.abs(slope) * Math.sqrt(xx) < 1e-9 * Math.max(1, Math.abs(my));
  const t = flat ? 0 : slope / error;
  return { slope: flat ? 0 : slope, error, t, bound: bound(n - 2), grows: t > bound(n - 2) };
}
