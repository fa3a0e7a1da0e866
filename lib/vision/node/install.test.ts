import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { rawDescriptor } from '../descriptor';
import { openExtractor } from './batch';
import { installVgg19 } from './install';
import { writeKerasFile } from './keras-file.fixture';
import { readVgg19Weights } from './keras-hdf5';

const folder = mkdtempSync(path.join(os.tmpdir(), 'gafu-install-'));
const weightsFile = path.join(folder, 'two-layers.h5');
let server: Server;
let url = '';

const optionsFor = (name: string) => ({
  modelsDir: path.join(folder, name),
  weightsFile: null,
  downloadDir: path.join(folder, name, 'downloads'),
});

beforeAll(async () => {
  await writeKerasFile(weightsFile);
  server = createServer((_request, response) => response.end(readFileSync(weightsFile)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/vgg19_notop.h5`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

describe('Keras’ weights', () => {
  it('are read up to the last complete layer', async () => {
    const weights = await readVgg19Weights(weightsFile);
    expect(weights.map(({ name, kernel, bias }) => [name, kernel.length, bias.length])).toEqual([
      ['block1_conv1', 1728, 64],
      ['block1_conv2', 36_864, 64],
    ]);
  });

  it('are refused when they are another network’s, or no HDF5', async () => {
    const other = path.join(folder, 'other.h5');
    await writeKerasFile(other, 32);
    await expect(readVgg19Weights(other)).rejects.toThrow('block1_conv1 has an array of shape 3×3×3×32');
    writeFileSync(other, 'not HDF5');
    await expect(readVgg19Weights(other)).rejects.toThrow('is not an HDF5 file');
  });
});

describe('installing VGG19', () => {
  it('takes the file that is named, and gives the network with the layers it has', async () => {
    const options = { ...optionsFor('named'), weightsFile };
    const { from, provenance } = await installVgg19(options);
    expect(from).toBe('weights-file');
    expect(provenance).toMatchObject({
      source: 'two-layers.h5',
      layers: ['block1_conv1', 'block1_conv2'],
      sha256: createHash('sha256').update(readFileSync(weightsFile)).digest('hex'),
    });
    const extractor = await openExtractor({ modelsDir: options.modelsDir, backend: 'wasm' });
    const picture = { width: 8, height: 8, data: new Uint8Array(192).fill(128) };
    const { pictures } = await extractor.describe([picture], [rawDescriptor('block1_conv2', 'gram')]);
    expect(pictures[0]?.[0]).toHaveLength(2080);
    await expect(extractor.describe([picture], [rawDescriptor('block2_conv1', 'gram')])).rejects.toThrow(
      'has no layer block2_conv1. It has: block1_conv1, block1_conv2.',
    );
  });

  it('leaves an installed network alone, whether the same file is named or none', async () => {
    const options = optionsFor('again');
    const first = await installVgg19({ ...options, weightsFile });
    const model = readFileSync(path.join(options.modelsDir, 'vgg19/model.json'));
    expect(await installVgg19({ ...options, weightsFile })).toEqual(first);
    expect(await installVgg19(options)).toEqual({ from: 'previous', provenance: first.provenance });
    expect(readFileSync(path.join(options.modelsDir, 'vgg19/model.json')).equals(model)).toBe(true);
  });

  it('downloads it otherwise, and keeps no copy of the download', async () => {
    const options = optionsFor('downloaded');
    const official = { url, md5: createHash('md5').update(readFileSync(weightsFile)).digest('hex') };
    const { from, provenance } = await installVgg19({ ...options, official });
    expect([from, provenance.source]).toEqual(['download', url]);
    expect(existsSync(path.join(options.downloadDir, 'vgg19_notop.h5'))).toBe(false);
  });

  it('says what to do when nothing can be had', async () => {
    await expect(
      installVgg19({ ...optionsFor('nothing'), official: { url, md5: '0'.repeat(32) } }),
    ).rejects.toThrow('set VGG19_WEIGHTS to its path');
    await expect(
      installVgg19({ ...optionsFor('nothing'), weightsFile: path.join(folder, 'absent.h5') }),
    ).rejects.toThrow('there is no such file');
  });

  it('is what to do if a network is missing', async () => {
    await expect(openExtractor({ modelsDir: path.join(folder, 'empty'), backend: 'wasm' })).rejects.toThrow(
      'The network vgg19 is not installed. Run: gafu models install vgg19',
    );
  });
});
