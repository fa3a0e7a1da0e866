import { bilinear } from '@/lib/images/bilinear';
import type { Draw } from './draw';
import { photographed, type Surface } from './perspective';
import { blurred, recoloured, scaled, scaledTo, toJpeg, type Raster } from './raster';
import { frameOf, wallOf, withGlare, type FrameStyle } from './surroundings';
import { grainy, times, toned } from './tone';

/** Long side of the painting in the scene. */
const paintingPx = 380;

/** On a wall, framed or not, taken from in front. */
export function frontal(painting: Raster, draw: Draw): Promise<Buffer> {
  const frame = draw.pick<FrameStyle>(['plain', 'plain', 'dark', 'none', 'ornate']);
  return wallPhotograph(painting, draw, { frame, patterned: draw.chance(0.15), isOblique: false });
}

/** In a thick gilt frame on a patterned wall, taken from in front. */
export function ornate(painting: Raster, draw: Draw): Promise<Buffer> {
  return wallPhotograph(painting, draw, { frame: 'ornate', patterned: true, isOblique: false });
}

/** On a wall, taken from the side, with glare, blur and noise. */
export function oblique(painting: Raster, draw: Draw): Promise<Buffer> {
  const frame = draw.pick<FrameStyle>(['plain', 'dark', 'ornate', 'none']);
  return wallPhotograph(painting, draw, { frame, patterned: draw.chance(0.2), isOblique: true });
}

interface Wall {
  readonly frame: FrameStyle;
  readonly patterned: boolean;
  readonly isOblique: boolean;
}

async function wallPhotograph(painting: Raster, draw: Draw, wall: Wall): Promise<Buffer> {
  const { isOblique } = wall;
  const picture = await scaledTo(painting, paintingPx);
  const { surface, border } = hung(picture, draw, wall);
  const hasGlare = draw.chance(isOblique ? 0.85 : 0.12);
  const shown = hasGlare ? withGlare(surface, draw, picture) : surface;
  const taken = photographed(shown, { width: picture.width, height: picture.height, border }, draw, {
    turnMin: isOblique ? 15 : 0,
    turnMax: isOblique ? 42 : 5,
    margin: isOblique ? draw.between(0.01, 0.22) : draw.between(0.02, 0.3),
    sidePx: draw.between(480, 640),
  });
  const seen = await blurred(
    toned(unevenlyLit(taken, draw), draw, 0.9),
    draw.between(0, isOblique ? 1.6 : 1),
  );
  const noisy = grainy(seen, draw, isOblique ? draw.between(0.004, 0.05) : draw.between(0.002, 0.025));
  return toJpeg(draw.chance(0.3) ? await scaled(noisy, draw.between(0.6, 1)) : noisy, draw, [40, 92]);
}

/** The painting in its frame on the wall, with the shadow that it throws. */
function hung(
  picture: Raster,
  draw: Draw,
  { frame: style, patterned }: Wall,
): { surface: Surface; border: number } {
  const { width, height } = picture;
  const frame = frameOf(style, draw, Math.min(width, height));
  const wall = wallOf(draw, patterned);
  const shadow = draw.chance(0.75) ? draw.between(0.15, 0.6) : 0;
  const [shiftX, shiftY] = [draw.between(-0.04, 0.04) * width, draw.between(0, 0.06) * height];
  const softness = draw.between(3, 20);
  const { border } = frame;
  const surface: Surface = (x, y) => {
    const [beyondX, beyondY] = [Math.max(-x, x - width), Math.max(-y, y - height)];
    const depth = Math.max(beyondX, beyondY);
    if (depth < 0) return bilinear(picture, x, y);
    if (depth < border)
      return beyondX > beyondY
        ? frame.at(depth, y, x < 0 ? 1.05 : 0.8)
        : frame.at(depth, x, y < 0 ? 1.12 : 0.78);
    const within = (at: number, length: number) => Math.min(at + border, length + border - at);
    const inside = Math.min(within(x - shiftX, width), within(y - shiftY, height));
    const shade = shadow / (1 + Math.exp((-4 * inside) / softness));
    return times(wall(x, y), 1 - shade);
  };
  return { surface, border };
}

/** Brighter to one side, darker to the corners. */
function unevenlyLit(raster: Raster, draw: Draw): Raster {
  const angle = draw.between(0, 2 * Math.PI);
  const [slope, corners] = [draw.between(0, 0.35), draw.between(0, 0.35)];
  const [cos, sin] = [Math.cos(angle) * slope, Math.sin(angle) * slope];
  return recoloured(raster, (colour, x, y) => {
    const [u, v] = [x / raster.width - 0.5, y / raster.height - 0.5];
    return times(colour, 1 + cos * u + sin * v - corners * (u * u + v * v));
  });
}
