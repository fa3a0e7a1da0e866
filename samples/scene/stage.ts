import { type Canvas, type SKRSContext2D } from '@napi-rs/canvas';

import { blank, outline, Picture } from '../kit/picture';
import { Plane } from '../kit/plane';
import type { Point, Shape } from '../kit/shape';
import { covered, shadeRelief, type Patch } from './relief';
import type { Line, Scene } from './scene';

/** Colours from one place to another, in unit coordinates. */
export interface Gradient {
  readonly from: Point;
  readonly to: Point;
  readonly stops: readonly string[];
}

export interface Look {
  readonly fill: string | Gradient;
  /** Stroke direction in radians, or a function of unit coordinates; left out, strokes run along the form's contour. */
  readonly flow?: number | ((x: number, y: number) => number);
  /** How strongly the mass is modelled as a rounded body under the light, 0 to 1. */
  readonly relief?: number;
  /** Width of the rounding at its rim, in unit lengths. */
  readonly rim?: number;
  readonly detail?: number;
}

export type Paint = (ctx: SKRSContext2D) => void;

export const down = (top: number, bottom: number, ...stops: string[]): Gradient => ({
  from: [0, top],
  to: [0, bottom],
  stops,
});
export const across = (left: number, right: number, ...stops: string[]): Gradient => ({
  from: [left, 0],
  to: [right, 0],
  stops,
});

/**
 * Where a subject is set up, back to front. The unit square is the central square of the work, the part a network
 * sees; a wider or taller work shows more of what lies beyond it, so every painter keeps the same composition.
 */
export class Stage {
  readonly side: number;
  private readonly left: number;
  private readonly top: number;
  private readonly canvas: Canvas;
  private readonly ctx: SKRSContext2D;
  private readonly label: Uint8Array;
  private readonly angle: Plane;
  private readonly detail: Plane;
  private readonly names: string[] = [];
  private readonly lines: Line[] = [];

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.side = Math.min(width, height);
    this.left = (width - this.side) / 2;
    this.top = (height - this.side) / 2;
    [this.canvas, this.ctx] = blank(width, height, '#808080');
    this.label = new Uint8Array(width * height);
    this.angle = new Plane(width, height);
    this.detail = new Plane(width, height);
  }

  /** Sets one mass, covering what is behind it; `paint` may colour it further and is clipped to it. */
  region(name: string, shapes: Shape | readonly Shape[], look: Look, paint?: Paint): void {
    const outlines = isShape(shapes) ? [shapes] : shapes;
    const [maskCanvas, mask] = this.layer();
    mask.fillStyle = '#fff';
    for (const shape of outlines) {
      outline(mask, shape);
      mask.fill();
    }
    const [paintCanvas, surface] = this.layer();
    surface.fillStyle = typeof look.fill === 'string' ? look.fill : gradient(surface, look.fill);
    surface.fillRect(-2, -2, 5, 5);
    paint?.(surface);
    const cover = Picture.from(maskCanvas);
    const patch = covered(cover);
    const painted = Picture.from(paintCanvas);
    const contour = shadeRelief(painted, cover, patch, (look.rim ?? 0.05) * this.side, look.relief ?? 0);
    this.ctx.drawImage(painted.canvas(), 0, 0);
    this.record(name, look, cover, patch, contour);
  }

  private record(
    name: string,
    look: Look,
    cover: Picture,
    patch: Patch,
    contour: (x: number, y: number) => number,
  ): void {
    const id = this.names.push(name) - 1;
    const { flow, detail = 0.5 } = look;
    for (let y = patch.top; y < patch.bottom; y++) {
      for (let x = patch.left, i = y * this.width + x; x < patch.right; x++, i++) {
        if ((cover.bytes[i * 4 + 3] ?? 0) < 128) continue;
        this.label[i] = id;
        this.detail.cells[i] = detail;
        this.angle.cells[i] =
          typeof flow === 'number'
            ? flow
            : flow
              ? flow((x - this.left) / this.side, (y - this.top) / this.side)
              : contour(x, y);
      }
    }
  }

  /** Light, shadow, reflection or small incident over what is there; no new mass. */
  glaze(paint: Paint, alpha = 1, blurUnits = 0): void {
    const [canvas, ctx] = this.layer();
    paint(ctx);
    this.ctx.globalAlpha = alpha;
    if (blurUnits > 0) this.ctx.filter = `blur(${blurUnits * this.side}px)`;
    this.ctx.drawImage(canvas, 0, 0);
    this.ctx.filter = 'none';
    this.ctx.globalAlpha = 1;
  }

  /** A drawn line: seen in the motif, and handed to painters who draw. Width in unit lengths. */
  line(points: readonly Point[], width: number, colour: string): void {
    this.glaze((ctx) => {
      ctx.strokeStyle = colour;
      ctx.lineWidth = width;
      outline(ctx, points, false);
      ctx.stroke();
    });
    this.lines.push({
      points: points.map(([x, y]): Point => [x * this.side + this.left, y * this.side + this.top]),
      width: width * this.side,
    });
  }

  finish(): Scene {
    const { width, height, side, label, lines } = this;
    const colour = Picture.from(this.canvas);
    // An angle and its opposite are one direction, so the doubled angle is what can be averaged.
    const cosine = this.angle.map((a) => Math.cos(2 * a)).blur(side * 0.008);
    const sine = this.angle.map((a) => Math.sin(2 * a)).blur(side * 0.008);
    const flow = cosine.map((c, x, y) => Math.atan2(sine.at(x, y), c) / 2);
    return {
      width,
      height,
      side,
      colour,
      tone: colour.tone(),
      label,
      regionNames: this.names,
      flow,
      detail: this.detail.blur(side * 0.01),
      lines,
    };
  }

  private layer(): [Canvas, SKRSContext2D] {
    const [canvas, ctx] = blank(this.width, this.height);
    ctx.translate(this.left, this.top);
    ctx.scale(this.side, this.side);
    return [canvas, ctx];
  }
}

const isShape = (shapes: Shape | readonly Shape[]): shapes is Shape => typeof shapes[0]?.[0] === 'number';

export function gradient(
  ctx: SKRSContext2D,
  { from, to, stops }: Gradient,
): ReturnType<SKRSContext2D['createLinearGradient']> {
  const ramp = ctx.createLinearGradient(from[0], from[1], to[0], to[1]);
  stops.forEach((stop, i) => ramp.addColorStop(i / Math.max(1, stops.length - 1), stop));
  return ramp;
}
