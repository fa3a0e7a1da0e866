import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { type CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import sharp from 'sharp';
import { searchResultSchema } from '@/app/api/_lib/search.schema';
import { useTestDatabase } from '../support/database';
import { useListedWorks } from '../support/listed-works';
import { useSite } from '../support/site';
import { useWebServer } from '../support/web-server';
import { apiClient, samplePicture } from './client';

// The first picture waits for the network to be loaded.
jest.setTimeout(60_000);

const postgres = useTestDatabase({ samples: ['cubist-sea', 'cubist-cat', 'ukiyo-e-sea', 'ukiyo-e-cat'] });
const elsewhere = useWebServer();

describe('the tools for language models', () => {
  const site = useSite(postgres, { env: () => ({ VISITORS_FETCH_ALLOWED_HOSTS: elsewhere().host }) });
  const api = apiClient(site);
  const { work } = useListedWorks(postgres);

  const client = new Client({ name: 'test', version: '1.0.0' });
  const call = async (name: string, args: Record<string, unknown>) =>
    (await client.callTool({ name, arguments: args })) as CallToolResult;
  const textOf = ({ content: [first] }: CallToolResult) => (first?.type === 'text' ? first.text : '');

  beforeAll(async () => {
    await client.connect(new StreamableHTTPClientTransport(new URL(`${site.origin}/mcp`)));
  });
  afterAll(() => client.close());

  test('are five, only read, and say what they take and give', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'list_works',
      'find_similar_works',
      'search_by_picture',
      'explain_likeness',
      'read_work',
    ]);
    for (const { annotations, inputSchema, outputSchema } of tools)
      expect([annotations?.readOnlyHint, inputSchema.type, outputSchema?.type]).toEqual([
        true,
        'object',
        'object',
      ]);
  });

  // The client checks every answer by the schema that its tool declares.
  test('find works by words, go on from one, and show their pictures', async () => {
    await client.listTools();
    const { title, id } = work();
    const listed = await call('list_works', { q: title });
    expect(listed.structuredContent).toMatchObject({ works: [{ id, title }] });
    const { structuredContent, content } = await call('find_similar_works', { work: id, limit: 2 });
    const { works: found } = structuredContent as { works: { rank: number; page: string }[] };
    expect(found.map(({ rank }) => rank)).toEqual([1, 2]);
    expect((await fetch(found[0]?.page ?? '')).status).toBe(200);
    const pictures = content.flatMap((part) => (part.type === 'image' ? [part] : []));
    expect(pictures).toHaveLength(2);
    for (const { data, mimeType } of pictures) {
      expect(mimeType).toBe('image/webp');
      expect((await sharp(Buffer.from(data, 'base64')).metadata()).width).toBeLessThanOrEqual(320);
    }
  });

  test('find what is painted like a picture at an address, which is then kept like an upload', async () => {
    const bytes = await samplePicture('ukiyo-e-sea');
    elsewhere().answer((_, response) => response.setHeader('content-type', 'image/webp').end(bytes));
    const found = await call('search_by_picture', { address: `${elsewhere().origin}/wave.webp`, limit: 2 });
    expect(found.isError).toBeFalsy();
    const { works: nearest, page } = found.structuredContent as {
      works: { title: string; movements: string[] }[];
      page: string;
    };
    expect(nearest.map(({ movements }) => movements[0])).toEqual(['Ukiyo-e', 'Ukiyo-e']);
    expect(textOf(found)).toContain(`1. ${nearest[0]?.title}, `);
    expect(found.content.filter(({ type }) => type === 'image')).toHaveLength(2);
    expect(elsewhere().asked).toEqual(['/wave.webp']);
    expect(page).toMatch(/\/search\?style=q_\w{22}$/);
    expect(await (await fetch(page)).text()).toContain('Kept until');
  });

  test('say what is wrong with what is at an address, and follow it to no other host', async () => {
    const address = `${elsewhere().origin}/picture`;
    elsewhere().answer((_, response) => response.setHeader('content-type', 'text/html').end('<html></html>'));
    expect(textOf(await call('search_by_picture', { address }))).toMatch(
      /^There is no picture at this address/,
    );
    const secret = `${site.origin}/images/${work().image.key}/320.webp`;
    elsewhere().answer((_, response) => response.writeHead(302, { location: secret }).end());
    const refused = await call('search_by_picture', { address });
    expect(textOf(refused)).toMatch(/^This address cannot be fetched from/);
  });

  test('explain a likeness as a search measures it, and say all about a work', async () => {
    const { hits } = await api.read(searchResultSchema, `/api/v1/search?style=${work().id}&limit=1`);
    const other = hits[0]?.artwork.id ?? '';
    const explained = await call('explain_likeness', { work: work().id, other });
    const { likeness } = explained.structuredContent as { likeness: { kind: string; strength: unknown }[] };
    expect(likeness.map(({ kind }) => kind)).toEqual(['style', 'content', 'palette']);
    const measured = hits[0]?.strength;
    expect(likeness[0]?.strength ?? null).toEqual(measured ? expect.objectContaining(measured) : null);
    expect(textOf(await call('read_work', { work: work().id }))).toContain(work().title);
  });

  test('answer what cannot be done with a reason, and reach no address that is not public', async () => {
    const refused = [
      await call('read_work', { work: 'nowhere' }),
      await call('explain_likeness', { work: work().id, other: work().id }),
      await call('find_similar_works', { work: work().id, limit: 500 }),
      await call('list_works', { from: '1900', to: '1800' }),
      await call('search_by_picture', { address: `${site.origin}/images/${work().image.key}/320.webp` }),
    ];
    expect(refused.map(({ isError }) => isError)).toEqual([true, true, true, true, true]);
    expect(textOf(refused[0] as CallToolResult)).toMatch(/no work "nowhere"/);
    expect(textOf(refused[4] as CallToolResult)).toMatch(/^This address cannot be fetched from/);
  });

  test('answer in Japanese if asked to', async () => {
    const { title, id } = work();
    await postgres.db.artwork.update({
      where: { id },
      data: {
        titles: [
          { text: title, language: 'en' },
          { text: '海景', language: 'ja' },
        ],
      },
    });
    const answer = await call('explain_likeness', { work: id, other: work(1).id, language: 'ja' });
    const { works: compared } = answer.structuredContent as { works: { title: string; page: string }[] };
    expect(compared[0]).toMatchObject({ title: '海景', page: expect.stringContaining('/ja/works/') });
    await postgres.db.artwork.update({
      where: { id },
      data: { titles: [{ text: title, language: 'en' }] },
    });
  });

  test('answer other requests as the protocol says, and announce their limit', async () => {
    const ask = (body: string, type = 'application/json') =>
      api.get('/mcp', {
        method: 'POST',
        body,
        headers: { 'content-type': type, accept: 'application/json, text/event-stream' },
      });
    expect((await api.get('/mcp')).status).toBe(405);
    expect((await ask('{')).status).toBe(400);
    expect((await ask('{}', 'text/plain')).status).toBe(415);
    const called = { name: 'read_work', arguments: { work: work().id } };
    const answer = await ask(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: called }));
    expect(answer.headers.get('ratelimit-policy')).toBe('"tool-calls";q=120;w=60');
  });
});
