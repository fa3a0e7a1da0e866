import { uploadResultSchema } from '@/app/api/_lib/search.schema';
import { animated, headerOnlyPng, painted, pdf, pngBomb, svg } from '../bad-input/pictures';
import { useTestDatabase } from '../support/database';
import { testWith } from '../support/prerequisites';
import { useSite } from '../support/site';
import { apiClient, samplePicture } from './client';

// The first picture waits for the network to be loaded.
jest.setTimeout(60_000);

const postgres = useTestDatabase({ samples: ['cubist-sea', 'ink-wash-sea'] });
const megabyte = 2 ** 20;

describe('pictures posted to the API', () => {
  const site = useSite(postgres);
  const api = apiClient(site);

  const refused: [string, () => Buffer | Promise<Buffer>, number, RegExp][] = [
    ['nothing', () => Buffer.alloc(0), 400, /empty|No picture/],
    ['a byte more than 25 MB', () => Buffer.alloc(25 * megabyte + 1, 'a'), 413, /25 MB/],
    ['60 MB', () => Buffer.alloc(60 * megabyte, 'a'), 413, /25 MB/],
    ['a PDF', () => Buffer.from(pdf), 415, /pdf.*Allowed/],
    ['an SVG', () => Buffer.from(svg), 415, /SVG.*Allowed/],
    ['an animation', () => animated('webp'), 415, /animated/],
    ['a bomb of 4 gigapixels', () => pngBomb(65_000, 65_000), 413, /megapixels/],
    ['a header without pixels', () => headerOnlyPng(300, 200), 422, /cut short/],
    [
      'half a JPEG',
      async () => (await painted(900, 700).jpeg().toBuffer()).subarray(0, 4000),
      422,
      /cut short/,
    ],
  ];

  test.each(refused)('%s is refused, in a form and as bytes', async (_, make, status, says) => {
    const picture = await make();
    for (const answer of [api.postForm(picture, '', 'painting.jpg'), api.postBytes(picture, 'image/jpeg')])
      expect(await api.problemOf(answer)).toMatchObject({ status, detail: expect.stringMatching(says) });
  });

  test('a body that never ends is cut off at the limit', async () => {
    let sentBytes = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sentBytes += megabyte;
        controller.enqueue(new Uint8Array(megabyte));
      },
    });
    const headers = { 'Content-Type': 'application/octet-stream' };
    const init = { method: 'POST', body: endless, headers, duplex: 'half' };
    const answer = await api.get('/api/v1/search', init).catch(() => null);
    // Node may close the connection before the client has read the answer; it may not go on reading.
    if (answer) expect(answer.status).toBe(413);
    expect(sentBytes).toBeLessThan(100 * megabyte);
  });

  test('a form without a picture, with two, or none at all is refused', async () => {
    const form = new FormData();
    const send = (body: FormData | string, headers = {}) =>
      api.problemOf(api.get('/api/v1/search', { method: 'POST', body, headers }));
    expect(await send(form)).toMatchObject({ status: 400 });
    form.append('picture', new File(['a'], 'a.jpg'));
    form.append('picture', new File(['b'], 'b.jpg'));
    expect(await send(form)).toMatchObject({ status: 413, detail: expect.stringContaining('one file') });
    expect(await send('hello', { 'Content-Type': 'text/plain' })).toMatchObject({ status: 415 });
    expect(await send('{}', { 'Content-Type': 'application/json' })).toMatchObject({ status: 400 });
  });

  test('what is wrong with the parameters is said before the picture is read', async () => {
    const picture = await samplePicture('cubist-cat');
    const problem = await api.problemOf(api.postForm(picture, '?by=colour'));
    expect(problem).toMatchObject({ status: 400, parameter: 'by' });
  });

  test('the largest picture allowed is accepted', async () => {
    const { data, info } = await painted(1000, 625)
      .resize(8_900, 5_600)
      .jpeg()
      .toBuffer({ resolveWithObject: true });
    expect(info.width * info.height).toBeLessThan(50e6);
    const answer = await api.postForm(data);
    expect(answer.status).toBe(201);
    uploadResultSchema.parse(await answer.json());
  });

  testWith(['linux'], 'requests are answered while a picture is being embedded', async () => {
    const embedders = site.extractionProcesses();
    expect(embedders.length).toBeGreaterThan(0);
    const signalAll = (signal: NodeJS.Signals) => embedders.forEach((pid) => process.kill(pid, signal));
    let isEmbedded = false;
    // Suspended, so that it embeds for as long as the test takes, however fast the machine is.
    signalAll('SIGSTOP');
    const embedding = api.postForm(await samplePicture('cubist-cat')).finally(() => (isEmbedded = true));
    try {
      for (let i = 0; i < 5; i++) expect((await api.get('/api/v1/artworks?limit=10')).status).toBe(200);
      expect(isEmbedded).toBe(false);
    } finally {
      signalAll('SIGCONT');
    }
    expect((await embedding).status).toBe(201);
  });

  testWith(['linux'], 'the server held less than 1 GB of memory throughout', async () => {
    const { server, extraction } = site.peakMemory();
    console.log(
      `Peak memory: server ${Math.round(server / megabyte)} MB, extraction ${Math.round(extraction / megabyte)} MB.`,
    );
    expect(server).toBeGreaterThan(0);
    expect(server).toBeLessThan(1024 * megabyte);
  });
});
