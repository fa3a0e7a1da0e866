import type { Draw } from './draw';
import { recoloured, type Colour, type Raster } from './raster';

const clip = (value: number) => Math.min(1, Math.max(0, value));

export function mixed(from: Colour, to: Colour, share: number): Colour {
  return [
    from[0] + share * (to[0] - from[0]),
    from[1] + share * (to[1] - from[1]),
    from[2] + share * (to[2] - from[2]),
  ];
}

/** Brighter or darker by one factor, or each channel by its own. */
export function times(colour: Colour, factor: Colour | number): Colour {
  if (typeof factor === 'number') return [colour[0] * factor, colour[1] * factor, colour[2] * factor];
  return [colour[0] * factor[0], colour[1] * factor[1], colour[2] * factor[2]];
}

/** A colour at random: its lightness between two bounds, its channels apart by at most `variety`. */
export function someColour(draw: Draw, low: number, high: number, variety: number): Colour {
  const light = draw.between(low, high);
  const channel = () => clip(light + draw.between(-variety, variety) / 2);
  return [channel(), channel(), channel()];
}

/** Saturation, contrast, brightness, white balance and gamma, each changed at random by up to `strength` × a usual scan. */
export function toned(raster: Raster, draw: Draw, strength: number): Raster {
  const saturation = 1 + strength * draw.between(-0.3, 0.3);
  const contrast = 1 + strength * draw.between(-0.22, 0.28);
  const brightness = 0.5 + strength * draw.between(-0.1, 0.1);
  const warmth = strength * draw.between(-0.1, 0.1);
  const gamma = 2 ** (strength * draw.between(-0.45, 0.45));
  const balance: Colour = [1 + warmth, 1 + strength * draw.between(-0.05, 0.05), 1 - warmth];
  let grey = 0;
  // Outside the function that is called for each pixel: making a function costs more than calling it.
  const channel = (value: number, factor: number) =>
    clip(((grey + (value - grey) * saturation - 0.5) * contrast + brightness) * factor) ** gamma;
  return recoloured(raster, ([red, green, blue]) => {
    grey = (red + green + blue) / 3;
    return [channel(red, balance[0]), channel(green, balance[1]), channel(blue, balance[2])];
  });
}

/** A camera's or a film's noise: half the time of each channel by itself, else of the lightness. */
export function grainy(raster: Raster, draw: Draw, deviation: number): Raster {
  const coloured = draw.chance(0.5);
  return recoloured(raster, ([red, green, blue]) => {
    const noise = draw.normal() * deviation;
    if (!coloured) return [red + noise, green + noise, blue + noise];
    return [red + noise, green + draw.normal() * deviation, blue + draw.normal() * deviation];
  });
}
