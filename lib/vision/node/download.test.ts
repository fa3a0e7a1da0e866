import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { download } from './download';

const content = randomBytes(300_000);
const md5 = createHash('md5').update(content).digest('hex');
const folder = mkdtempSync(path.join(os.tmpdir(), 'gafu-download-'));
let server: Server;
let url = '';
let requests: IncomingMessage[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

/** A server that honours ranges; with `cutAt` it breaks the connection after so many bytes. */
function serve(cutAt = Infinity): typeof answer {
  return (request, response) => {
    const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    if (start >= content.length) return response.writeHead(416).end();
    const rest = content.subarray(start);
    const range =
      start > 0 ? { 'content-range': `bytes ${start}-${content.length - 1}/${content.length}` } : {};
    response.writeHead(start > 0 ? 206 : 200, { 'content-length': rest.length, ...range });
    if (rest.length <= cutAt) response.end(rest);
    else response.write(rest.subarray(0, cutAt), () => setImmediate(() => response.destroy()));
  };
}

beforeAll(async () => {
  server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/weights.h5`;
});
beforeEach(() => {
  requests = [];
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

describe('a download', () => {
  it('puts the whole file in place and reports progress', async () => {
    answer = serve();
    const file = path.join(folder, 'whole');
    const seen: [number, number | null][] = [];
    await download({ url, file, md5, onProgress: (done, all) => seen.push([done, all]) });
    expect(readFileSync(file).equals(content)).toBe(true);
    expect(seen.at(-1)).toEqual([content.length, content.length]);
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  it('goes on where an earlier run stopped', async () => {
    answer = serve();
    const file = path.join(folder, 'resumed');
    writeFileSync(`${file}.part`, content.subarray(0, 100_000));
    let first: [number, number | null] | undefined;
    await download({ url, file, md5, onProgress: (...progress) => (first ??= progress) });
    expect(requests.map(({ headers }) => headers.range)).toEqual(['bytes=100000-']);
    expect(first?.[0]).toBeGreaterThan(100_000);
    expect(first?.[1]).toBe(content.length);
    expect(readFileSync(file).equals(content)).toBe(true);
  });

  it('goes on by itself when the connection breaks', async () => {
    answer = serve(120_000);
    const file = path.join(folder, 'broken');
    await download({ url, file, md5 });
    expect(requests.length).toBeGreaterThan(1);
    expect(requests.at(-1)?.headers.range).toMatch(/^bytes=[1-9]/);
    expect(readFileSync(file).equals(content)).toBe(true);
  });

  it('starts again where the server knows no ranges', async () => {
    answer = (_request, response) => response.end(content);
    const file = path.join(folder, 'no-ranges');
    writeFileSync(`${file}.part`, 'something old');
    await download({ url, file, md5 });
    expect(readFileSync(file).equals(content)).toBe(true);
  });

  it('finishes one that was whole but not yet in place', async () => {
    answer = serve();
    const file = path.join(folder, 'complete');
    writeFileSync(`${file}.part`, content);
    await download({ url, file, md5 });
    expect(readFileSync(file).equals(content)).toBe(true);
  });

  it('deletes what has the wrong checksum, and names both', async () => {
    answer = serve();
    const file = path.join(folder, 'wrong');
    await expect(download({ url, file, md5: '0'.repeat(32) })).rejects.toThrow(
      `has the MD5 ${md5}, expected ${'0'.repeat(32)}`,
    );
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false]);
  });

  it('does not try again what is not found', async () => {
    answer = (_request, response) => response.writeHead(404).end();
    await expect(download({ url, file: path.join(folder, 'missing'), md5 })).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('answered 404') as string,
    });
    expect(requests).toHaveLength(1);
  });

  it('gives up a silent server and keeps what has come', async () => {
    answer = (_request, response) =>
      response.writeHead(200, { 'content-length': content.length }).write(content.subarray(0, 50_000));
    const file = path.join(folder, 'silent');
    await expect(download({ url, file, md5, tries: 1, idleMsMax: 200 })).rejects.toThrow(
      'cannot be reached (nothing came for 200 ms)',
    );
    expect(readFileSync(`${file}.part`).equals(content.subarray(0, 50_000))).toBe(true);
  });
});
