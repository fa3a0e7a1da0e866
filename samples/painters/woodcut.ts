import { contourDistance } from '../kit/edges';
import { fractal, noise } from '../kit/noise';
import { blank, outline, Picture } from '../kit/picture';
import type { Point } from '../kit/shape';
import { streamlines } from '../kit/streamlines';
import type { Painter } from './painter';

const PAPER = '#efe6d0';
const INK = '#14120f';

/** The mark of a gouge: a line that swells and tapers. */
function gouge(line: readonly Point[], half: (x: number, y: number) => number): Point[] {
  const left: Point[] = [];
  const right: Point[] = [];
  line.forEach(([x, y], i) => {
    const [ax, ay] = line[Math.max(0, i - 1)] ?? [x, y];
    const [bx, by] = line[Math.min(line.length - 1, i + 1)] ?? [x, y];
    const size = Math.hypot(bx - ax, by - ay) || 1;
    const taper = Math.min(1, i / 4, (line.length - 1 - i) / 4);
    const w = half(x, y) * taper;
    left.push([x - ((by - ay) / size) * w, y + ((bx - ax) / size) * w]);
    right.push([x + ((by - ay) / size) * w, y - ((bx - ax) / size) * w]);
  });
  return [...left, ...right.reverse()];
}

/** Black line woodcut: the block is black where nothing was cut, and every cut follows the form. */
export const woodcut: Painter = {
  id: 'woodcut',
  artist: 'Gerlinde Ostrach',
  movement: 'Woodcut',
  medium: 'Woodcut on laid paper',
  years: [1911, 1928],
  manner: 'black and white lines cut along the form, swelling with the shadow',
  quality: 42,
  paint(scene, random) {
    const { width, height, side, tone, label, detail } = scene;
    const unit = side / 768;
    const look = tone.blur(3 * unit).map((t, x, y) => t + (fractal(x / 50, y / 50, 3, 2) - 0.5) * 0.07);
    const [canvas, ctx] = blank(width, height, INK);
    const pitch = 9.5 * unit;
    const labelAt = (x: number, y: number): number => label[(y | 0) * width + (x | 0)] ?? 0;
    const contours = contourDistance(scene);
    const lines = streamlines(
      scene,
      random,
      pitch,
      (x, y, [sx, sy]) =>
        labelAt(x, y) !== labelAt(sx, sy) || Math.abs(look.at(x, y) - look.at(sx, sy)) > 0.3,
    );
    ctx.fillStyle = PAPER;
    for (const line of lines) {
      const cut = gouge(line, (x, y) => {
        const light = look.at(x, y);
        // Below a seventh nothing is cut; in full light neighbouring cuts meet and the wood is gone.
        const share = Math.max(0, Math.min(1, (light - 0.2) * 1.35));
        return share <= 0 ? 0 : pitch * (0.07 + share * 0.6) * (0.88 + 0.24 * noise(x / 11, y / 11, 5));
      });
      outline(ctx, cut);
      ctx.fill();
    }
    const areas = new Map<number, number>();
    for (const region of label) areas.set(region, (areas.get(region) ?? 0) + 1);
    // Cleared ground: where the light is full the wood is cut right away.
    const cleared = Picture.from(canvas).map((colour, x, y) => {
      // What is smaller than a stroke of the gouge is cut out whole: an eye, a star, a pane.
      if ((areas.get(labelAt(x, y)) ?? 0) < side * side * 0.0045)
        return tone.at(x, y) > 0.45 ? [239, 230, 208] : [20, 18, 15];
      const light = look.at(x, y) + (noise(x / 15, y / 15, 8) - 0.5) * 0.1;
      return light > 0.8 && contours.at(x, y) > 2 ? [239, 230, 208] : colour;
    });
    const out = cleared.canvas();
    const pen = out.getContext('2d');
    pen.lineCap = 'round';
    for (const { points, width: w } of scene.lines) {
      const [mx, my] = points[points.length >> 1] ?? [0, 0];
      pen.strokeStyle = look.at(mx, my) < 0.3 ? PAPER : INK;
      pen.lineWidth = Math.max(2.6, w * 1.1);
      outline(pen, points, false);
      pen.stroke();
    }
    return Picture.from(out).map(([r, g, b], x, y) => {
      const line = Math.max(
        0,
        Math.min(
          1,
          (1.1 + 2.1 * noise(x / 40, y / 40, 6) * (0.35 + detail.at(x, y))) * unit - contours.at(x, y) + 0.5,
        ),
      );
      const dark = look.at(x, y) < 0.16;
      const keep = dark ? 1 : 1 - line;
      // The block's grain and thin inking let the paper speckle through the blacks.
      const speck = noise(x / 1.8, y / 9, 12) * noise(x / 60, y / 60, 13) > 0.62 ? 46 : 0;
      return [
        Math.max(r * keep, 20) + speck * 0.9,
        Math.max(g * keep, 18) + speck * 0.85,
        Math.max(b * keep, 15) + speck * 0.75,
      ];
    });
  },
};
