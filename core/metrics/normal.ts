import { assert } from "@/core/assert";

/** Φ(z), the share of the standard normal distribution up to `z`, to about 1e-13 of its size. */
export function normalCdf(z: number): number {
  const size = Math.abs(z);
  if (size < SERIES_BELOW) return 0.5 + Math.sign(z) * density(size) * series(size);
  const tail = density(size) / fraction(size);
  return z < 0 ? tail : 1 - tail;
}

/**
 * The z below which the share `p` of the standard normal distribution lies: 0.975 gives 1.96. Wichura's
 * algorithm AS 241 (Applied Statistics 37, 1988), to 1e-16 of its size. `p` from 0 to 1.
 */
export function normalQuantile(p: number): number {
  assert(p >= 0 && p <= 1, "a share lies from 0 to 1");
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRE, 0.180625 - q * q);
  const tail = Math.min(p, 1 - p);
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-Math.log(tail));
  return Math.sign(q) * (r <= 5 ? ratio(SIDES, r - 1.6) : ratio(FAR, r - 5));
}

/**
 * The chance that a chi-squared value of `df` degrees of freedom is at least `x`: a p-value. Finite
 * sums for whole `df` (Abramowitz and Stegun 26.4.4 and 26.4.5). `df` 0 gives 1: nothing was compared.
 */
export function chiSquaredSurvival(x: number, df: number): number {
  assert(Number.isInteger(df) && df >= 0, "degrees of freedom are counted");
  if (df === 0 || x <= 0) return 1;
  if (x === Infinity) return 0;
  const odd = df % 2 === 1;
  let term = odd ? 2 * density(Math.sqrt(x)) * Math.sqrt(x) : Math.exp(-x / 2);
  let total = odd ? 2 * normalCdf(-Math.sqrt(x)) : 0;
  for (let r = odd ? 3 : 2; r <= df; r += 2) {
    total += term;
    term *= x / r;
  }
  return Math.min(1, total);
}

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

const SERIES_BELOW = 2.5;

/** Abramowitz and Stegun 26.2.11: z + z³/3 + z⁵/(3·5) + … */
function series(z: number): number {
  let term = z;
  let total = 0;
  for (let odd = 3; term > total * Number.EPSILON * 0.01; odd += 2) {
    total += term;
    term *= (z * z) / odd;
  }
  return total;
}

/** Abramowitz and Stegun 26.2.14, from its end: z + 1/(z + 2/(z + 3/(z + …))). Enough terms for z ≥ 2.5. */
function fraction(z: number): number {
  let value = z;
  for (let k = 60; k > 0; k--) value = z + k / value;
  return value;
}

type Ratio = { over: readonly number[]; under: readonly number[] };

const ratio = ({ over, under }: Ratio, r: number): number =>
  polynomial(over, r) / polynomial(under, r);

const polynomial = (coefficients: readonly number[], r: number): number =>
  coefficients.reduceRight((value, coefficient) => value * r + coefficient, 0);

const CENTRE: Ratio = {
  over: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
    45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  under: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597,
    39307.89580009271, 28729.085735721943, 5226.495278852854,
  ],
};

const SIDES: Ratio = {
  over: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
    1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  under: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
    0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
  ],
};

const FAR: Ratio = {
  over: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
    0.026532189526576124, 0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  under: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};

/** Two-sided limits of 95 %. */
export const Z95 = normalQuantile(0.975);
