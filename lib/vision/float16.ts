/**
 * IEEE 754 half precision, by hand because Node 20 has no Float16Array: 1 sign, 5 exponent and 10 fraction bits.
 * Rounds to nearest, ties to even; what is too large becomes infinity.
 */
const scratch = new DataView(new ArrayBuffer(4));

export function toHalf(value: number): number {
  scratch.setFloat32(0, value);
  const bits = scratch.getUint32(0);
  const sign = (bits >>> 16) & 0x8000;
  const exponent = ((bits >>> 23) & 0xff) - 112;
  const fraction = bits & 0x7fffff;
  if (exponent >= 31) return sign | 0x7c00 | (exponent === 143 && fraction > 0 ? 0x200 : 0);
  // Below 2⁻¹⁴ the leading one is written out and moved right: a subnormal, or zero.
  const shift = exponent > 0 ? 13 : 14 - exponent;
  if (shift > 24) return sign;
  const significand = exponent > 0 ? (exponent << 23) | fraction : 0x800000 | fraction;
  const kept = Math.floor(significand / 2 ** shift);
  const rest = significand - kept * 2 ** shift;
  const half = 2 ** (shift - 1);
  return sign | (kept + (rest > half || (rest === half && kept % 2 === 1) ? 1 : 0));
}

export function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >>> 10) & 31;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction > 0 ? NaN : sign * Infinity;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
