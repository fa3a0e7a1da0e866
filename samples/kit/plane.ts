/** One number per pixel: tone, angle, height, distance. Reads outside the edge repeat the edge. */
export class Plane {
  readonly cells: Float32Array;

  constructor(
    readonly width: number,
    readonly height: number,
    cells?: Float32Array,
  ) {
    this.cells = cells ?? new Float32Array(width * height);
  }

  static of(width: number, height: number, value: (x: number, y: number) => number): Plane {
    const plane = new Plane(width, height);
    for (let y = 0, i = 0; y < height; y++) for (let x = 0; x < width; x++, i++) plane.cells[i] = value(x, y);
    return plane;
  }

  at(x: number, y: number): number {
    const cx = x < 0 ? 0 : x >= this.width ? this.width - 1 : x | 0;
    const cy = y < 0 ? 0 : y >= this.height ? this.height - 1 : y | 0;
    return this.cells[cy * this.width + cx] ?? 0;
  }

  map(change: (value: number, x: number, y: number) => number): Plane {
    return Plane.of(this.width, this.height, (x, y) => change(this.cells[y * this.width + x] ?? 0, x, y));
  }

  /** Three box passes: close to a Gaussian of the given deviation, at a cost that does not grow with it. */
  blur(sigma: number): Plane {
    const radius = Math.max(1, Math.round(sigma * 0.9));
    let plane = this.box(radius, 'across').box(radius, 'down');
    for (let pass = 1; pass < 3; pass++) plane = plane.box(radius, 'across').box(radius, 'down');
    return plane;
  }

  private box(radius: number, way: 'across' | 'down'): Plane {
    const { width, height, cells } = this;
    const out = new Plane(width, height);
    const [lines, length, step, next] =
      way === 'across' ? [height, width, 1, width] : [width, height, width, 1];
    for (let line = 0; line < lines; line++) {
      const start = line * next;
      const last = start + (length - 1) * step;
      let sum = (cells[start] ?? 0) * (radius + 1);
      for (let k = 1; k <= radius; k++) sum += cells[Math.min(start + k * step, last)] ?? 0;
      for (let k = 0, i = start; k < length; k++, i += step) {
        out.cells[i] = sum / (2 * radius + 1);
        sum +=
          (cells[Math.min(i + (radius + 1) * step, last)] ?? 0) -
          (cells[Math.max(i - radius * step, start)] ?? 0);
      }
    }
    return out;
  }
}
