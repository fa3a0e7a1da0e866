/**
 * IIIF: how fast the tiles of one large picture are drawn (cold) and read from the cache (warm), against decoding the
 * picture again for each tile, and how fast manifests are made. Read the ratios, not the times.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { canonicalPath, type ImageParameters, parseImageRequest } from '@/lib/iiif/image-request';
import { manifest } from '@/lib/iiif/manifest';
import { renderImage } from '@/lib/iiif/render-image';
import { openPicture } from '@/lib/images/decoding';
import { imageStore } from '@/lib/images/shared-image-store';
import { forgetSingleton } from '@/lib/platform/process-singleton';
import { describedGreatWave } from '@/lib/standards/work.fixture';

const picture = { width: 4096, height: 3072 };
const tileSide = 512;
const key = 'b'.repeat(64);
/** As many as a browser asks for at once by HTTP/1.1. */
const together = 6;
const works = 1_000;

/** The tiles of the whole picture at 1 / `factor` of its size. */
function tilesAt(factor: number): ImageParameters[] {
  const side = tileSide * factor;
  const tiles: ImageParameters[] = [];
  for (let y = 0; y < picture.height; y += side)
    for (let x = 0; x < picture.width; x += side) {
      const [w, h] = [Math.min(side, picture.width - x), Math.min(side, picture.height - y)];
      const size = `${Math.ceil(w / factor)},${Math.ceil(h / factor)}`;
      tiles.push({ region: `${x},${y},${w},${h}`, size, rotation: '0', file: 'default.jpg' });
    }
  return tiles;
}

const tiles = [1, 2, 4, 8].flatMap(tilesAt);

async function draw(parameters: ImageParameters): Promise<void> {
  const request = parseImageRequest(3, parameters, picture);
  await renderImage(key, request, canonicalPath(3, request, picture));
}

/** Without what is kept between tiles: what a plain server does. */
async function drawAlone(parameters: ImageParameters): Promise<void> {
  const { region, size } = parseImageRequest(3, parameters, picture);
  const stored = await imageStore().get(key);
  if (stored === null) throw new Error('The picture is missing.');
  const opened = await openPicture(stored);
  await opened.decode((pipeline) =>
    pipeline
      .extract(region)
      .resize({ ...size, fit: 'fill' })
      .jpeg({ quality: 88 })
      .toBuffer(),
  );
}

async function perSecond(
  all: readonly ImageParameters[],
  work: (one: ImageParameters) => Promise<void>,
): Promise<number> {
  const waiting = [...all];
  const started = performance.now();
  const visitor = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: together }, visitor));
  return (1000 * all.length) / (performance.now() - started);
}

const dataDir = mkdtempSync(path.join(tmpdir(), 'gafu-bench-iiif-'));
process.env['GAFU_DATA_DIR'] = dataDir;
forgetSingleton('settings');
try {
  // Noise, so that a tile costs at least what one of a painting does.
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const made = sharp({ create: { ...picture, channels: 3, background: '#000', noise } });
  await imageStore().put(key, await made.blur(1.5).jpeg({ quality: 95 }).toBuffer());
  const alone = await perSecond(tiles.slice(0, together * 2), drawAlone);
  const cold = await perSecond(tiles, draw);
  const warm = await perSecond(tiles, draw);
  const started = performance.now();
  for (let at = 0; at < works; at++) JSON.stringify(manifest('https://gafu.test', describedGreatWave));
  const manifestsMs = performance.now() - started;
  console.log(
    `${tiles.length} tiles of ${tileSide} pixels, of ${picture.width} × ${picture.height}, ${together} at once`,
  );
  console.table({
    'each decoded alone': { 'a second': alone.toFixed(0), '×': '1.0' },
    cold: { 'a second': cold.toFixed(0), '×': (cold / alone).toFixed(1) },
    warm: { 'a second': warm.toFixed(0), '×': (warm / alone).toFixed(1) },
  });
  console.log(`${works} manifests: ${manifestsMs.toFixed(0)} ms`);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
