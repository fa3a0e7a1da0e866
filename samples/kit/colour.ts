/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];
/** OKLab (Ottosson 2020): lightness 0 to 1, and two opponent axes of about ±0.4. */
export type Lab = readonly [number, number, number];

export function rgb(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1), 16);
  return [(n >> 16) & 255, (n >> 8) & 255, n & 255];
}

export function css([r, g, b]: Rgb, alpha = 1): string {
  return `rgba(${Math.round(r)},${Math.round(g)},${Math.round(b)},${alpha})`;
}

const linear = (v: number): number => (v <= 10 ? v / 3294.6 : ((v / 255 + 0.055) / 1.055) ** 2.4);
const linearOf = Float32Array.from({ length: 256 }, (_, v) => linear(v));
const gammaOf = Float32Array.from({ length: 4097 }, (_, i) => {
  const v = (i / 4096) ** 2;
  return 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
});
/** By table, on a square-root scale so that the darks keep their steps: painters ask for millions of these. */
const gamma = (v: number): number => gammaOf[v <= 0 ? 0 : v >= 1 ? 4096 : (Math.sqrt(v) * 4096) | 0] ?? 0;
const byte = (v: number): number => Math.max(0, Math.min(255, Math.round(v)));

export function toLab([red, green, blue]: Rgb): Lab {
  const r = linearOf[byte(red)] ?? 0;
  const g = linearOf[byte(green)] ?? 0;
  const b = linearOf[byte(blue)] ?? 0;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

export function fromLab([L, a, b]: Lab): Rgb {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    byte(gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)),
    byte(gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)),
    byte(gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)),
  ];
}

export function mix(a: Rgb, b: Rgb, t: number): Rgb {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** Perceived lightness, 0 to 1, cheap enough for every pixel. */
export function luma([r, g, b]: Rgb): number {
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
}

/** The colour with its lightness moved, its chroma scaled and its hue turned (radians). */
export function shift(colour: Rgb, lightness: number, chroma = 1, turn = 0): Rgb {
  const [L, a, b] = toLab(colour);
  const c = Math.cos(turn) * chroma;
  const s = Math.sin(turn) * chroma;
  return fromLab([Math.max(0, Math.min(1, L + lightness)), a * c - b * s, a * s + b * c]);
}
