import { createCanvas, ImageData, type Canvas, type SKRSContext2D } from '@napi-rs/canvas';

import type { Rgb } from './colour';
import { Plane } from './plane';

/** Eight-bit colour per pixel, readable anywhere: outside the edge it repeats the edge. */
export class Picture {
  constructor(
    readonly width: number,
    readonly height: number,
    readonly bytes: Uint8ClampedArray,
  ) {}

  static from(canvas: Canvas): Picture {
    const { width, height } = canvas;
    return new Picture(width, height, canvas.getContext('2d').getImageData(0, 0, width, height).data);
  }

  /** Every pixel from a function of its place. */
  static of(width: number, height: number, colour: (x: number, y: number) => Rgb): Picture {
    const bytes = new Uint8ClampedArray(width * height * 4);
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i += 4) {
        const [r, g, b] = colour(x, y);
        bytes[i] = r;
        bytes[i + 1] = g;
        bytes[i + 2] = b;
        bytes[i + 3] = 255;
      }
    }
    return new Picture(width, height, bytes);
  }

  at(x: number, y: number): Rgb {
    const cx = x < 0 ? 0 : x >= this.width ? this.width - 1 : x | 0;
    const cy = y < 0 ? 0 : y >= this.height ? this.height - 1 : y | 0;
    const i = (cy * this.width + cx) * 4;
    return [this.bytes[i] ?? 0, this.bytes[i + 1] ?? 0, this.bytes[i + 2] ?? 0];
  }

  map(change: (colour: Rgb, x: number, y: number) => Rgb): Picture {
    return Picture.of(this.width, this.height, (x, y) => change(this.at(x, y), x, y));
  }

  blur(sigma: number): Picture {
    const [canvas, ctx] = blank(this.width, this.height);
    ctx.filter = `blur(${sigma}px)`;
    // Drawn a little larger first, or the blur would fade the border to transparent.
    ctx.drawImage(this.canvas(), -2, -2, this.width + 4, this.height + 4);
    ctx.filter = 'none';
    ctx.globalCompositeOperation = 'destination-over';
    ctx.drawImage(this.canvas(), 0, 0);
    return Picture.from(canvas);
  }

  tone(): Plane {
    const plane = new Plane(this.width, this.height);
    for (let i = 0, p = 0; i < plane.cells.length; i++, p += 4) {
      plane.cells[i] =
        (0.299 * (this.bytes[p] ?? 0) + 0.587 * (this.bytes[p + 1] ?? 0) + 0.114 * (this.bytes[p + 2] ?? 0)) /
        255;
    }
    return plane;
  }

  canvas(): Canvas {
    const [canvas, ctx] = blank(this.width, this.height);
    ctx.putImageData(new ImageData(this.bytes, this.width, this.height), 0, 0);
    return canvas;
  }
}

export function blank(width: number, height: number, fill?: string): [Canvas, SKRSContext2D] {
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext('2d');
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  if (fill) {
    ctx.fillStyle = fill;
    ctx.fillRect(0, 0, width, height);
  }
  return [canvas, ctx];
}

export function outline(
  ctx: SKRSContext2D,
  points: readonly (readonly [number, number])[],
  close = true,
): void {
  ctx.beginPath();
  for (const [x, y] of points) ctx.lineTo(x, y);
  if (close) ctx.closePath();
}
