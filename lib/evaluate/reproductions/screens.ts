import type { Draw } from './draw';
import { blurred, recoloured, scaled, scaledTo, toJpeg, type Colour, type Raster } from './raster';
import { bilinear } from '@/lib/images/bilinear';
import { photographed } from './perspective';
import { grainy, mixed, someColour, times, toned } from './tone';

const turn = 2 * Math.PI;

/** In an old book: three inks, or one, in dots on yellowed paper, not quite in register. */
export async function print(painting: Raster, draw: Draw): Promise<Buffer> {
  const picture = await scaledTo(painting, draw.between(480, 620));
  const single = draw.chance(0.4);
  const pitchPx = draw.between(2.6, 5.5);
  const [contrast, hardness] = [draw.between(0.8, 1.3), draw.between(2, 6)];
  const screens = [15, 75, 0].map((degrees) => {
    const angle = ((single ? 45 : degrees + draw.between(-3, 3)) * Math.PI) / 180;
    return { cos: (Math.cos(angle) * turn) / pitchPx, sin: (Math.sin(angle) * turn) / pitchPx };
  });
  const offsets = screens.map(() => (single ? [0, 0] : [draw.between(-1, 1), draw.between(-1, 1)]));
  const densest = draw.between(0.75, 0.95);
  const paper: Colour = [draw.between(0.88, 0.98), draw.between(0.82, 0.95), draw.between(0.68, 0.9)];
  const ink = (channel: 0 | 1 | 2, own: Colour, x: number, y: number): number => {
    const { cos, sin } = screens[channel] ?? { cos: 0, sin: 0 };
    const [dx = 0, dy = 0] = offsets[channel] ?? [];
    const light = single
      ? 0.3 * own[0] + 0.55 * own[1] + 0.15 * own[2]
      : (bilinear(picture, x + dx, y + dy)[channel] as number);
    const threshold = (Math.cos(x * cos + y * sin) + Math.cos(y * cos - x * sin)) / 4 + 0.5;
    const share = 0.5 + (0.5 - (light - 0.5) * contrast - threshold) * hardness;
    return 1 - densest * Math.min(1, Math.max(0, share));
  };
  const printed = recoloured(picture, (own, x, y) =>
    times(paper, [ink(0, own, x, y), ink(1, own, x, y), ink(2, own, x, y)]),
  );
  const soft = await blurred(printed, draw.between(0.6, 1.4));
  const copy = await scaled(toned(soft, draw, 0.5), draw.between(0.6, 1));
  return toJpeg(grainy(copy, draw, draw.between(0, 0.03)), draw, [50, 92]);
}

/** On a screen that was photographed: its points of red, green and blue, its own light, a reflection. */
export async function screen(painting: Raster, draw: Draw): Promise<Buffer> {
  const picture = await scaledTo(painting, 400);
  const around = draw.chance(0.5) ? someColour(draw, 0.02, 0.1, 0.05) : someColour(draw, 0.85, 1, 0.03);
  const margin = draw.between(0.02, 0.25);
  const pitchPx = draw.between(1.3, 2.1);
  const depth = draw.between(0.1, 0.45);
  const [light, leak] = [draw.between(0.85, 1), draw.between(0.01, 0.07)];
  const cold: Colour = [draw.between(0.88, 1), draw.between(0.94, 1), 1];
  const reflection = draw.chance(0.5) ? draw.between(0.05, 0.3) : 0;
  const [reflectedX, reflectedY] = [draw.between(0, 1) * picture.width, draw.between(0, 1) * picture.height];
  const point = (x: number, channel: number) =>
    1 - depth + 2 * depth * Math.max(0, Math.cos(turn * (x / pitchPx - channel / 3)));
  const surface = (x: number, y: number): Colour => {
    const inside = x >= 0 && y >= 0 && x < picture.width && y < picture.height;
    const shown = inside ? bilinear(picture, x, y) : around;
    const row = 1 - depth * 0.25 * (1 + Math.cos((turn * y) / pitchPx));
    const glow = reflection * Math.exp(-(((x - reflectedX) / 150) ** 2) - ((y - reflectedY) / 110) ** 2);
    return mixed(
      [
        (shown[0] * light + leak) * cold[0] * point(x, 0) * row * 1.15,
        (shown[1] * light + leak) * cold[1] * point(x, 1) * row * 1.15,
        (shown[2] * light + leak) * cold[2] * point(x, 2) * row * 1.15,
      ],
      [1, 1, 1],
      glow,
    );
  };
  const taken = photographed(surface, picture, draw, { turnMax: 9, margin, sidePx: draw.between(520, 800) });
  const soft = await blurred(toned(taken, draw, 0.7), draw.between(0.3, 0.9));
  return toJpeg(grainy(soft, draw, draw.between(0.005, 0.03)), draw, [45, 90]);
}
