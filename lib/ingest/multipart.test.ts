import { receiveMultipart } from './multipart';
import { receivePicture } from './receive-picture';

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://gafu.test/', { method: 'POST', body, headers, ...{ duplex: 'half' } });

type Sent = () => Request | Promise<Request>;

/** A form as bytes: Node 24 writes on into a FormData body that has been cancelled. */
async function postForm(parts: Record<string, string | Blob>): Promise<Request> {
  const data = new FormData();
  for (const [name, value] of Object.entries(parts)) data.append(name, value);
  const form = new Response(data);
  return post(await form.arrayBuffer(), { 'content-type': form.headers.get('content-type') ?? '' });
}

const kilobyte = 1024;
const limits = { filesMax: 1, bytesMax: 10 * kilobyte };
const blob = (sizeBytes: number) => new Blob([Buffer.alloc(sizeBytes, 'x')]);

/** A body that goes on for ever, and counts what was taken of it. */
function endless(start: string) {
  const taken = { bytes: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = taken.bytes === 0 ? Buffer.from(start) : Buffer.alloc(4 * kilobyte, 'x');
      taken.bytes += chunk.byteLength;
      controller.enqueue(chunk);
    },
    cancel() {
      taken.cancelled = true;
    },
  });
  return { body, taken };
}

const partHead = '--b\r\ncontent-disposition: form-data; name="picture"; filename="a.jpg"\r\n\r\n';
const asForm = { 'content-type': 'multipart/form-data; boundary=b' };

describe('A form', () => {
  test('gives its text fields and its file', async () => {
    const received = await receiveMultipart(
      await postForm({ title: 'Große Welle 神奈川', picture: new File(['abc'], 'ä.png') }),
      limits,
    );
    expect(received.fields).toEqual({ title: 'Große Welle 神奈川' });
    expect(received.files).toEqual([{ field: 'picture', name: 'ä.png', bytes: Buffer.from('abc') }]);
  });

  test('in which no file was chosen has no file', async () => {
    const { files } = await receiveMultipart(await postForm({ picture: new File([], '') }), limits);
    expect(files).toEqual([]);
  });

  test('whose file is as large as is allowed is taken, one byte more is refused', async () => {
    const { files } = await receiveMultipart(await postForm({ picture: blob(10 * kilobyte) }), limits);
    expect(files[0]?.bytes.byteLength).toBe(10 * kilobyte);
    const over = receiveMultipart(await postForm({ picture: blob(10 * kilobyte + 1) }), limits);
    await expect(over).rejects.toMatchObject({
      kind: 'too-large',
      message: expect.stringMatching(/larger than/),
    });
  });

  test('that never ends is read no further than the limit', async () => {
    const { body, taken } = endless(partHead);
    await expect(receiveMultipart(post(body, asForm), limits)).rejects.toMatchObject({ kind: 'too-large' });
    expect(taken.bytes).toBeLessThan(40 * kilobyte);
    expect(taken.cancelled).toBe(true);
  });

  test('that declares more than is allowed is not read at all', async () => {
    const { body, taken } = endless(partHead);
    const declared = post(body, { ...asForm, 'content-length': String(2 ** 30) });
    await expect(receiveMultipart(declared, limits)).rejects.toMatchObject({ kind: 'too-large' });
    expect(taken.bytes).toBeLessThan(10 * kilobyte);
  });

  test.each<[string, Sent, RegExp]>([
    ['with two files', () => postForm({ one: blob(5), two: blob(5) }), /more than one file/],
    [
      'with a text of a megabyte',
      () => postForm({ title: 'x'.repeat(100 * kilobyte) }),
      /field "title" is larger/,
    ],
    ['that is cut short', () => post(`${partHead}abc`, asForm), /malformed or was cut short/],
    [
      'without a boundary',
      () => post('abc', { 'content-type': 'multipart/form-data' }),
      /without a boundary/,
    ],
    ['that is JSON', () => post('{}', { 'content-type': 'application/json' }), /Expected a form/],
  ])('%s is refused', async (_what, request, says) => {
    await expect(receiveMultipart(await request(), limits)).rejects.toThrow(says);
  });

  test('cannot reach prototypes through its field names', async () => {
    const { fields } = await receiveMultipart(
      await postForm({ __proto__x: '1', constructor: 'mine' }),
      limits,
    );
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
    expect(Object.hasOwn(fields, 'constructor')).toBe(true);
  });
});

describe('A picture', () => {
  const bytes = Buffer.from([1, 2, 3, 250]);

  test.each<[string, Sent]>([
    ['a form', () => postForm({ picture: new Blob([bytes]) })],
    ['plain bytes', () => post(bytes, { 'content-type': 'application/octet-stream' })],
    ['an image, whatever kind is declared', () => post(bytes, { 'content-type': 'image/x-unknown' })],
    [
      'base64 in JSON',
      () => post(JSON.stringify({ image: bytes.toString('base64') }), { 'content-type': 'application/json' }),
    ],
    [
      'a data: address in JSON',
      () =>
        post(JSON.stringify({ image: `data:image/png;base64,${bytes.toString('base64')}` }), {
          'content-type': 'application/json; charset=utf-8',
        }),
    ],
  ])('may be sent as %s', async (_how, request) => {
    expect((await receivePicture(await request())).bytes).toEqual(bytes);
  });

  test('in JSON brings its other members along', async () => {
    const body = JSON.stringify({ image: 'AAAA', title: 'A work', year: 1889 });
    const { fields } = await receivePicture(post(body, { 'content-type': 'application/json' }));
    expect(fields).toEqual({ title: 'A work', year: 1889 });
  });

  test.each<[string, Sent, string, RegExp]>([
    [
      'of another content type',
      () => post('abc', { 'content-type': 'text/html' }),
      'unsupported-picture',
      /text\/html.*multipart/,
    ],
    [
      'in broken JSON',
      () => post('{', { 'content-type': 'application/json' }),
      'invalid-request',
      /not JSON/,
    ],
    [
      'in JSON without an image',
      () => post('{"a":1}', { 'content-type': 'application/json' }),
      'invalid-request',
      /"image"/,
    ],
    [
      'that is not base64',
      () => post('{"image":"<svg>"}', { 'content-type': 'application/json' }),
      'invalid-request',
      /not base64/,
    ],
    [
      'over 25 MB',
      () => post(Buffer.alloc(25 * 2 ** 20 + 1), { 'content-type': 'image/png' }),
      'too-large',
      /25 MB/,
    ],
    [
      'that was not chosen',
      () => postForm({ picture: new File([], '') }),
      'invalid-request',
      /No picture was chosen/,
    ],
    [
      'that is not there',
      () => new Request('http://gafu.test/', { method: 'POST', headers: { 'content-type': 'image/png' } }),
      'invalid-request',
      /no body/,
    ],
  ])('%s is refused with a reason', async (_what, request, kind, says) => {
    await expect(receivePicture(await request())).rejects.toMatchObject({
      kind,
      message: expect.stringMatching(says),
    });
  });
});
