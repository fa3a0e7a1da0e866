import { css, rgb, shift, toLab, type Rgb } from '../kit/colour';
import { noise } from '../kit/noise';
import { Palette } from '../kit/palette';
import { blank, outline, Picture } from '../kit/picture';
import type { Random } from '../kit/random';
import { ellipse, type Point, type Shape } from '../kit/shape';
import type { Scene } from '../scene/scene';
import type { Painter } from './painter';

const PLANES = [
  '#ece5d3',
  '#ece5d3',
  '#f7f2e4',
  '#141316',
  '#232226',
  '#c4261d',
  '#d9472a',
  '#e9b823',
  '#f0d070',
  '#1b3474',
  '#2f5fa8',
  '#7fa3c4',
  '#285a40',
  '#7d9a5a',
  '#8d8a86',
  '#c4beb0',
  '#d8968f',
  '#5a2028',
];
const SCALE = 6;

/** A small working copy of the motif, on which every candidate plane is tried. */
class Study {
  readonly width: number;
  readonly height: number;
  private readonly aim: Picture;
  private readonly now: Float32Array;
  private readonly weight: Float32Array;

  constructor(scene: Scene, ground: Rgb) {
    this.width = Math.floor(scene.width / SCALE);
    this.height = Math.floor(scene.height / SCALE);
    const look = scene.colour.blur(SCALE * 0.6);
    this.aim = Picture.of(this.width, this.height, (x, y) => look.at((x + 0.5) * SCALE, (y + 0.5) * SCALE));
    // A pale sky may stay bare ground; the parts that people look at may not.
    this.weight = Float32Array.from(
      { length: this.width * this.height },
      (_, i) => 0.35 + scene.detail.at((i % this.width) * SCALE, Math.floor(i / this.width) * SCALE),
    );
    this.now = new Float32Array(this.width * this.height * 3);
    for (let i = 0; i < this.now.length; i++) this.now[i] = ground[(i % 3) as 0 | 1 | 2];
  }

  private cells(shape: Shape, visit: (index: number) => void): void {
    const ys = shape.map(([, y]) => y / SCALE);
    const top = Math.max(0, Math.floor(Math.min(...ys)));
    const bottom = Math.min(this.height - 1, Math.ceil(Math.max(...ys)));
    for (let y = top; y <= bottom; y++) {
      let [from, to] = [Infinity, -Infinity];
      shape.forEach(([ax, ay], i) => {
        const [bx, by] = shape[(i + 1) % shape.length] ?? [ax, ay];
        const line = (y + 0.5) * SCALE;
        if (ay <= line === by <= line) return;
        const x = (ax + ((line - ay) / (by - ay)) * (bx - ax)) / SCALE;
        [from, to] = [Math.min(from, x), Math.max(to, x)];
      });
      for (let x = Math.max(0, Math.round(from)); x < Math.min(this.width, Math.round(to)); x++)
        visit(y * this.width + x);
    }
  }

  mean(shape: Shape): Rgb {
    let [r, g, b, n] = [0, 0, 0, 0];
    this.cells(shape, (i) => {
      [r, g, b, n] = [
        r + (this.aim.bytes[i * 4] ?? 0),
        g + (this.aim.bytes[i * 4 + 1] ?? 0),
        b + (this.aim.bytes[i * 4 + 2] ?? 0),
        n + 1,
      ];
    });
    return n ? [r / n, g / n, b / n] : [0, 0, 0];
  }

  /** By how much the squared error falls if the plane is laid. */
  gain(shape: Shape, colour: Rgb): number {
    let fall = 0;
    this.cells(shape, (i) => {
      const weight = this.weight[i] ?? 0;
      for (const k of [0, 1, 2] as const) {
        const aim = this.aim.bytes[i * 4 + k] ?? 0;
        fall += (((this.now[i * 3 + k] ?? 0) - aim) ** 2 - (colour[k] - aim) ** 2) * weight;
      }
    });
    return fall;
  }

  lay(shape: Shape, colour: Rgb): void {
    this.cells(shape, (i) => {
      for (const k of [0, 1, 2] as const) this.now[i * 3 + k] = colour[k];
    });
  }
}

/** A plane before it is drawn: its kind, place, size in pixels and which of the two angles it has. */
interface Plan {
  readonly kind: 'disc' | 'bar' | 'quadrilateral' | 'triangle';
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly turn: number;
  readonly squeeze: number;
}

function anyPlan(random: Random, scene: Scene, lean: number, size: number): Plan {
  const kind = random.pick([
    'disc',
    'bar',
    'bar',
    'quadrilateral',
    'quadrilateral',
    'quadrilateral',
    'quadrilateral',
    'triangle',
  ] as const);
  const [w, h] =
    kind === 'bar'
      ? [size * random.range(1, 1.8), size * random.range(0.1, 0.22)]
      : [size * random.range(0.6, 1.1), size * random.range(0.4, 0.9)];
  const turn = random.pick([lean, lean, lean + 0.62]) + (random.chance(0.45) ? Math.PI / 2 : 0);
  return {
    kind,
    x: random.range(0, scene.width),
    y: random.range(0, scene.height),
    w,
    h,
    turn,
    squeeze: random.range(0.75, 1),
  };
}

/** The same plane moved, stretched or narrowed a little, to improve a good place. */
function nudged(random: Random, plan: Plan): Plan {
  const push = (reach: number): number => reach * 0.16 * random.normal();
  return {
    ...plan,
    x: plan.x + push(plan.w),
    y: plan.y + push(plan.w),
    w: plan.w * (1 + push(1)),
    h: plan.h * (1 + push(1)),
  };
}

function drawn({ kind, x, y, w, h, turn, squeeze }: Plan): Shape {
  if (kind === 'disc') return ellipse(x, y, Math.abs(w) / 2);
  const corner = (u: number, v: number): Point => [
    x + u * w * Math.cos(turn) - v * h * Math.sin(turn),
    y + u * w * Math.sin(turn) + v * h * Math.cos(turn),
  ];
  if (kind === 'triangle') return [corner(-0.6, 0.6), corner(0.6, 0.6), corner((squeeze - 0.87) * 3, -0.7)];
  return [corner(-0.5, -0.5), corner(0.5, -0.5 * squeeze), corner(0.5, 0.5 * squeeze), corner(-0.5, 0.5)];
}

/** Tilted planes on a pale ground, each placed where it brings the picture closest to the motif; the paint has aged and cracked. */
export const suprematist: Painter = {
  id: 'suprematist',
  artist: 'Varvara Lisitsyna',
  movement: 'Suprematism',
  medium: 'Oil on canvas',
  years: [1915, 1924],
  manner: 'leaning geometric planes on a pale ground',
  quality: 55,
  paint(scene, random) {
    const { width, height, side } = scene;
    const ground = rgb('#ece5d3');
    const palette = new Palette(PLANES, 2.3);
    const study = new Study(scene, ground);
    const [canvas, ctx] = blank(width, height, css(ground));
    const lean = random.range(-0.5, -0.28);
    const count = 110;
    for (let n = 0; n < count; n++) {
      const size = side * (0.085 + 0.62 * (1 - n / count) ** 2);
      let best: { plan: Plan; colour: Rgb } | undefined;
      let most = size * 90;
      for (let trial = 0; trial < 150; trial++) {
        const plan =
          best && trial > 80
            ? nudged(random, best.plan)
            : anyPlan(random, scene, lean, size * random.range(0.6, 1.2));
        const shape = drawn(plan);
        const [L, a, b] = toLab(study.mean(shape));
        const colour = palette.pigment(palette.nearestIndex([L, a * 1.6, b * 1.6]));
        const fall = study.gain(shape, colour);
        if (fall > most) [best, most] = [{ plan, colour }, fall];
      }
      if (!best) continue;
      const shape = drawn(best.plan);
      study.lay(shape, best.colour);
      ctx.fillStyle = css(shift(best.colour, 0.015 * random.normal()));
      outline(ctx, shape);
      ctx.fill();
    }
    const seed = Math.floor(random.range(0, 999));
    return Picture.from(canvas).map(([r, g, b], x, y) => {
      const brushed =
        (noise(
          (x * Math.cos(lean) + y * Math.sin(lean)) / 40,
          (y * Math.cos(lean) - x * Math.sin(lean)) / 2.6,
          seed,
        ) -
          0.5) *
        0.07;
      const cell =
        Math.abs(noise(x / 26, y / 26, seed + 3) - 0.5) +
        0.4 * Math.abs(noise(x / 11, y / 11, seed + 4) - 0.5);
      const crack = cell < 0.02 ? 0.86 : 1;
      const gain = (1 + brushed + (noise(x / 70, y / 70, seed + 6) - 0.5) * 0.05) * crack;
      return [
        r * gain + (r < 40 ? (1 - crack) * 120 : 0),
        g * gain + (r < 40 ? (1 - crack) * 115 : 0),
        b * gain + (r < 40 ? (1 - crack) * 105 : 0),
      ];
    });
  },
};
