import { smoothNoise, type Draw } from './draw';
import {
  blurred,
  cropped,
  mirrored,
  recoloured,
  scaled,
  sharpened,
  toJpeg,
  trimmed,
  type Colour,
  type Raster,
} from './raster';
import { grainy, mixed, times, toned } from './tone';

/** Tone, white balance, up to 3 % lost at each side, another size, softer or sharper, compressed. */
export async function scan(painting: Raster, draw: Draw): Promise<Buffer> {
  let copy = await scaled(toned(await trimmed(painting, draw, 0.03), draw, 1), draw.between(0.7, 1.6));
  if (draw.chance(0.35)) copy = await blurred(copy, draw.between(0.3, 1.1));
  else if (draw.chance(0.35)) copy = await sharpened(copy, draw.between(0.6, 1.6));
  if (draw.chance(0.25)) copy = grainy(copy, draw, draw.between(0.005, 0.025));
  return toJpeg(copy, draw, [40, 92]);
}

/** A visitor's photograph of a half to seven tenths of it. */
export async function partial(painting: Raster, draw: Draw): Promise<Buffer> {
  const [width, height] = [draw.between(0.5, 0.85), draw.between(0.5, 0.85)];
  const part = await cropped(painting, {
    left: draw.between(0, 1 - width),
    top: draw.between(0, 1 - height),
    width,
    height,
  });
  const copy = await blurred(
    await scaled(toned(part, draw, 0.7), draw.between(0.8, 1.5)),
    draw.between(0, 0.8),
  );
  return toJpeg(grainy(copy, draw, draw.between(0, 0.02)), draw, [50, 92]);
}

/** Under old varnish: yellow, darker, flatter, two times in five with fine cracks. */
export async function varnish(painting: Raster, draw: Draw): Promise<Buffer> {
  const strength = draw.between(0.5, 1);
  const yellow: Colour = [
    1 - 0.08 * strength,
    1 - draw.between(0.12, 0.25) * strength,
    1 - draw.between(0.35, 0.65) * strength,
  ];
  const contrast = 1 - 0.35 * strength * draw.between(0.3, 1);
  const dark = draw.between(0, 0.12) * strength;
  const depth = draw.chance(0.4) ? draw.between(0.1, 0.5) : 0;
  const cracks = smoothNoise(draw, draw.between(5, 14));
  const channel = (value: number, lift: number) => (value - 0.4) * contrast + 0.4 - dark + lift * strength;
  const copy = recoloured(painting, (colour, x, y) => {
    const [red, green, blue] = times(colour, yellow);
    const shade = depth > 0 && Math.abs(cracks(x, y)) < 0.09 ? 1 - depth : 1;
    return times([channel(red, 0.05), channel(green, 0.035), channel(blue, 0.01)], shade);
  });
  const whole = await trimmed(toned(copy, draw, 0.4), draw, 0.03);
  return toJpeg(await scaled(whole, draw.between(0.7, 1.4)), draw, [45, 92]);
}

/** Without its colours, as in a book or an old photograph; one in three brown. */
export async function grey(painting: Raster, draw: Draw): Promise<Buffer> {
  const [red, green, blue] = [draw.between(0.1, 0.5), draw.between(0.3, 0.8), draw.between(0.05, 0.35)];
  const sum = red + green + blue;
  const tint: Colour = draw.chance(0.35) ? [1, draw.between(0.88, 0.97), draw.between(0.7, 0.9)] : [1, 1, 1];
  const [contrast, lift] = [draw.between(0.75, 1.3), draw.between(-0.1, 0.1)];
  let copy = recoloured(painting, (colour) => {
    const light = (colour[0] * red + colour[1] * green + colour[2] * blue) / sum;
    const printed = (light - 0.5) * contrast + 0.5 + lift;
    return times([printed, printed, printed], tint);
  });
  copy = await scaled(await trimmed(copy, draw, 0.03), draw.between(0.7, 1.5));
  if (draw.chance(0.4))
    copy = grainy(await blurred(copy, draw.between(0.3, 1)), draw, draw.between(0.01, 0.04));
  return toJpeg(copy, draw, [40, 92]);
}

/** As an old slide or poster: pale, with a cast of one colour. */
export async function faded(painting: Raster, draw: Draw): Promise<Buffer> {
  const strength = draw.between(0.5, 1);
  const cast = draw.pick<Colour>([
    [1, 0.86, 0.9],
    [1, 0.95, 0.8],
    [0.9, 0.97, 1],
    [0.97, 1, 0.88],
  ]);
  const paler = 0.6 * strength * draw.between(0.4, 1);
  let copy = recoloured(painting, (colour) => {
    const light = (colour[0] + colour[1] + colour[2]) / 3;
    const pale = mixed(colour, [light, light, light], paler);
    return mixed(mixed(pale, times(pale, cast), strength), times(cast, 0.8), 0.35 * strength);
  });
  copy = grainy(await blurred(copy, draw.between(0, 1)), draw, draw.between(0.005, 0.04));
  const whole = await trimmed(toned(copy, draw, 0.3), draw, 0.03);
  return toJpeg(await scaled(whole, draw.between(0.7, 1.4)), draw, [45, 92]);
}

/** The wrong way round, as a slide or a print after it may show it; nothing else is changed but its size. */
export async function mirror(painting: Raster, draw: Draw): Promise<Buffer> {
  return toJpeg(await scaled(await mirrored(painting), draw.between(0.7, 1.4)), draw, [60, 92]);
}
