import { type ReproductionKind } from '@/lib/quality/reproduction-kinds';
import { faded, grey, mirror, partial, scan, varnish } from './copies';
import { seededDraw, type Draw } from './draw';
import { readRaster, type Raster } from './raster';
import { print, screen } from './screens';
import { frontal, oblique, ornate } from './wall-photographs';

const makers: Readonly<Record<ReproductionKind, (painting: Raster, draw: Draw) => Promise<Buffer>>> = {
  scan,
  frontal,
  ornate,
  oblique,
  partial,
  screen,
  print,
  varnish,
  grey,
  faded,
  mirror,
};

/**
 * A picture as a scan, a photograph or a print would show it, simulated: the same bytes and seed give the same JPEG.
 * @throws Problem as `openPicture` for bytes that are no picture
 */
export async function reproduce(bytes: Uint8Array, kind: ReproductionKind, seed: number): Promise<Buffer> {
  return makers[kind](await readRaster(bytes), seededDraw(seed));
}
