import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { reproduce } from '@/lib/evaluate/reproductions/reproduce';
import { outlineInput } from '@/lib/images/network-input';
import { pipelineOf } from '@/lib/images/raw-pixels';
import { straightened } from '@/lib/images/straighten';
import { describeWith } from '@/tests/support/prerequisites';
import { onWall } from '@/tests/support/on-wall';
import { outlineSide } from '../outline/outline';
import { type OutlineNetwork } from '../outline/outline-network';
import { type Pixels } from '../pixels';
import { useBackend } from './backend';
import { openOutlineNetwork } from './outline';

jest.setTimeout(120_000);

/** What PyTorch gives for the same weights in 32-bit floats: written by `models/outline/training/export.py`. */
interface Reference {
  readonly isPhotograph: number;
  readonly maps: { readonly mean: number[]; readonly deviation: number[] };
}

const reference = JSON.parse(readFileSync('models/outline/reference.json', 'utf8')) as Reference;

/** The picture of the reference, by its formula. */
function testPicture(): Pixels {
  const data = new Uint8Array(outlineSide ** 2 * 3);
  for (let y = 0; y < outlineSide; y++)
    for (let x = 0; x < outlineSide; x++)
      for (let c = 0; c < 3; c++)
        data[(y * outlineSide + x) * 3 + c] =
          x >= 40 && x < 150 && y >= 30 && y < 140 ? Math.floor((x * (c + 3) + y * 5) / 4) % 256 : 200;
  return { width: outlineSide, height: outlineSide, data };
}

const work = (name: string) => readFileSync(path.join('samples/works', `${name}.webp`));

/** By the simulation of the laboratory, which is not the one that the network was trained on. */
const reproductions = Promise.all(
  ['pointillist-sea', 'fauve-cat'].map(async (name, seed) => ({
    photographs: [await reproduce(work(name), 'ornate', seed), await reproduce(work(name), 'oblique', seed)],
    plain: [work(name), await reproduce(work(name), 'scan', seed)],
  })),
);

for (const backend of ['wasm', 'node'] as const) {
  // libtensorflow is an optional package, which a closed network refuses.
  describeWith(backend === 'node' ? ['tfjsNode'] : [], `the outline network on ${backend}`, () => {
    let network: OutlineNetwork;
    beforeAll(async () => {
      await useBackend(backend);
      network = await openOutlineNetwork(process.cwd());
    });
    afterAll(() => network.dispose());

    test('says what PyTorch says', async () => {
      const { isPhotograph, maps, side } = await network.maps(testPicture());
      expect(isPhotograph).toBeCloseTo(reference.isPhotograph, 1);
      for (let channel = 0; channel < 5; channel++) {
        const own = maps.filter((_, at) => at % 5 === channel);
        const mean = own.reduce((sum, value) => sum + value, 0) / side ** 2;
        expect(Math.abs(mean - (reference.maps.mean[channel] ?? NaN))).toBeLessThan(0.02);
      }
    });

    test('finds the corners of a painting on a wall, and straightens it', async () => {
      const painting = work('cubist-sea');
      const { photograph, corners } = await onWall(painting);
      const outline = await network.find(await outlineInput(photograph));
      for (const [at, { x, y }] of corners.entries()) {
        expect(Math.abs((outline?.corners[at]?.x ?? NaN) - x)).toBeLessThan(0.02);
        expect(Math.abs((outline?.corners[at]?.y ?? NaN) - y)).toBeLessThan(0.02);
      }
      const alone = await straightened(photograph, outline?.corners ?? corners);
      const pixels = (picture: Sharp) =>
        picture.resize(32, 32, { fit: 'fill' }).removeAlpha().raw().toBuffer();
      const [own, found] = [await pixels(sharp(painting)), await pixels(pipelineOf(alone))];
      const difference =
        own.reduce((sum, value, at) => sum + Math.abs(value - (found[at] ?? 0)), 0) / own.length;
      expect(difference).toBeLessThan(16);
    });

    test('finds it in photographs by other rules, and nothing in a scan', async () => {
      for (const { photographs, plain } of await reproductions) {
        for (const bytes of photographs) expect(await network.find(await outlineInput(bytes))).not.toBeNull();
        for (const bytes of plain) expect(await network.find(await outlineInput(bytes))).toBeNull();
      }
    });
  });
}
