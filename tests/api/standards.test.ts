import { readFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { workHref } from '@/lib/catalog/work-address';
import { setPublication } from '@/lib/curation/publication';
import { parseXml, type XmlElement } from '@/lib/imports/reading/xml';
import { useTestDatabase } from '../support/database';
import { useListedWorks } from '../support/listed-works';
import { useSite } from '../support/site';
import { apiClient } from './client';

jest.setTimeout(60_000);

const postgres = useTestDatabase({ samples: ['cubist-sea', 'cubist-cat', 'ukiyo-e-sea', 'ukiyo-e-cat'] });

describe('what other programs read', () => {
  const site = useSite(postgres);
  const api = apiClient(site);
  const { works, work } = useListedWorks(postgres);
  const json = async (path: string, headers = {}) =>
    (await (await api.get(path, { headers })).json()) as Record<string, unknown>;

  describe('the IIIF Image API', () => {
    const picture = (path: string, version = 3) =>
      api.get(`/iiif/image/${version}/${work().image.key}${path}`);
    const pixels = async (path: string) => {
      const answer = await picture(path);
      expect([path, answer.status]).toEqual([path, 200]);
      return sharp(Buffer.from(await answer.arrayBuffer()));
    };
    /** How far two pictures of one size are apart, on average, of 255. */
    const distance = async (a: Sharp, b: Sharp) => {
      const [one, other] = await Promise.all(
        [a, b].map((made) => made.removeAlpha().raw().toBuffer({ resolveWithObject: true })),
      );
      expect([one?.info.width, one?.info.height]).toEqual([other?.info.width, other?.info.height]);
      const sum = one?.data.reduce((total, value, at) => total + Math.abs(value - (other?.data[at] ?? 0)), 0);
      return (sum ?? Infinity) / (one?.data.length ?? 1);
    };

    test('the bare address leads to the description, which any site’s viewer may read', async () => {
      const bare = await api.get(`/iiif/image/3/${work().image.key}`, { redirect: 'manual' });
      const service = `${site.origin}/iiif/image/3/${work().image.key}`;
      expect([bare.status, bare.headers.get('location')]).toEqual([303, `${service}/info.json`]);
      const { width, height } = work().image;
      const info = await picture('/info.json');
      expect(info.headers.get('access-control-allow-origin')).toBe('*');
      expect(await info.json()).toMatchObject({ id: service, width, height, profile: 'level2' });
      const linked = await api.get(`/iiif/image/2/${work().image.key}/info.json`, {
        headers: { accept: 'application/ld+json' },
      });
      expect(linked.headers.get('content-type')).toMatch(/^application\/ld\+json;profile=".*image\/2\//);
    });

    test('parts, sizes and turns are those of the whole picture', async () => {
      const whole = async () => await pixels('/full/max/0/default.png');
      const { width, height } = work().image;
      const part = { left: 100, top: 50, width: 160, height: 120 };
      const cases: [string, Sharp][] = [
        ['/100,50,160,120/max/0/default.png', (await whole()).extract(part)],
        ['/100,50,160,120/80,60/0/default.png', (await whole()).extract(part).resize(80, 60)],
        [
          '/pct:0,0,50,100/max/0/default.png',
          (await whole()).extract({ left: 0, top: 0, width: width / 2, height }),
        ],
        ['/full/max/!0/default.png', (await whole()).flop()],
        ['/full/,100/0/default.png', (await whole()).resize({ height: 100 })],
      ];
      for (const [path, expected] of cases)
        // A smaller size is decoded at half or a quarter first, which is not quite what a resize of the whole gives.
        expect([path, (await distance(await pixels(path), expected)) < 3]).toEqual([path, true]);
      // Mirrored first, then turned: each on a picture of its own, so that the order is certain.
      const cut = await (await whole()).extract(part).flop().png().toBuffer();
      const turned = sharp(await sharp(cut).rotate(90).png().toBuffer());
      expect(await distance(await pixels('/100,50,160,120/max/!90/default.png'), turned)).toBeLessThan(1);
      expect((await (await pixels('/full/100,/0/gray.jpg')).metadata()).space).toBe('b-w');
      expect((await (await pixels('/full/100,/0/bitonal.webp')).metadata()).format).toBe('webp');
    });

    test('a picture is kept for ever under its address, and says which its one address is', async () => {
      const answer = await picture('/pct:0,0,50,50/pct:50/360/default.jpg');
      expect(answer.headers.get('cache-control')).toMatch(/immutable/);
      expect(answer.headers.get('link')).toMatch(/\/0,0,\d+,\d+\/\d+,\d+\/0\/default\.jpg>;rel="canonical"/);
      const etag = answer.headers.get('etag') ?? '';
      const again = await api.get(new URL(answer.url).pathname, { headers: { 'if-none-match': etag } });
      expect(again.status).toBe(304);
    });

    test('what cannot be drawn is refused with a reason, and an unknown picture is unknown', async () => {
      for (const path of [
        '/full/max/45/default.jpg',
        '/full/qW%5C;vf/0/default.jpg',
        '/a,b/max/0/default.jpg',
      ])
        expect((await api.problemOf(picture(path))).detail).toMatch(/allowed is/);
      expect((await api.get(`/iiif/image/3/${'0'.repeat(64)}/info.json`)).status).toBe(404);
      expect((await api.get(`/iiif/image/4/${work().image.key}/info.json`)).status).toBe(404);
      expect((await api.problemOf(api.get('/iiif/nothing/here'))).status).toBe(404);
    });

    test('many viewers at once get their tiles', async () => {
      const tiles = Array.from({ length: 60 }, (_, at) => `/${at},0,64,64/max/0/default.jpg`);
      const answers = await Promise.all(tiles.map((tile) => picture(tile)));
      expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    });
  });

  describe('the IIIF Presentation API', () => {
    const profile = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"';

    test('a work is a manifest, by its address or by what the client accepts', async () => {
      const path = `/api/v1/artworks/${work().id}`;
      const manifest = await json(`${path}?as=iiif`);
      expect(manifest).toMatchObject({ type: 'Manifest', id: `${site.origin}${path}?as=iiif` });
      const answer = await api.get(path, { headers: { accept: profile } });
      expect(answer.headers.get('content-type')).toBe(profile);
      expect(answer.headers.get('vary')).toContain('Accept');
      expect(await answer.json()).toEqual(manifest);
      expect(await json(path)).toMatchObject({ id: work().id });
    });

    test('lists are collections, page by page, whose items can be opened', async () => {
      for (const path of [
        '/api/v1/artworks?limit=2&as=iiif',
        `/api/v1/artworks?artist=${encodeURIComponent(work().artist ?? '')}&limit=1&as=iiif`,
        `/api/v1/search?style=${work().id}&limit=2&as=iiif`,
        `/api/v1/artworks/${work().id}/similar?limit=2&as=iiif`,
        `/api/v1/lightbox?works=${work(2).id},${work().id}&as=iiif`,
      ]) {
        const { items, ...list } = (await json(path)) as {
          id: string;
          type: string;
          items: { id: string; type: string }[];
        };
        expect(await json(list.id.slice(site.origin.length))).toMatchObject({
          id: list.id,
          type: 'Collection',
        });
        for (const { id, type } of items)
          expect(await json(id.slice(site.origin.length))).toMatchObject({ id, type });
      }
    });
  });

  test.each(['browse?movement=Cubism&sort=title', 'search?style=ID&movement=Cubism'])(
    'the page of a list links to it as a table, as JSON and as a collection: %s',
    async (path) => {
      const page = await (await api.get(`/${path.replace('ID', work().id)}`)).text();
      const links = [...page.matchAll(/href="(\/api\/v1\/[^"]*[?;]as=(csv|json|iiif))"/g)];
      const types = { csv: 'text/csv', json: 'application/json', iiif: 'application/ld+json' };
      expect(links.map(([, , as]) => as)).toEqual(Object.keys(types));
      for (const [, href = '', as = ''] of links) {
        const answer = await api.get(href.replaceAll('&amp;', '&'));
        expect(answer.headers.get('content-type')).toContain(types[as as keyof typeof types]);
        expect(await answer.text()).not.toContain('ukiyo-e');
      }
    },
  );

  test('a work is offered in every form, each with its media type', async () => {
    const path = `/api/v1/artworks/${work().id}`;
    for (const [as, type, holds] of [
      ['linked-art', /ld\+json;profile="https:\/\/linked\.art/, 'HumanMadeObject'],
      ['schema-org', /^application\/ld\+json$/, 'VisualArtwork'],
      ['lido', /^application\/xml/, '<lido:lido '],
      ['bibtex', /^application\/x-bibtex/, '@misc{'],
      ['csl', /^application\/vnd\.citationstyles\.csl\+json/, '"graphic"'],
    ] as const) {
      const answer = await api.get(`${path}?as=${as}`);
      expect([as, answer.status]).toEqual([as, 200]);
      expect(answer.headers.get('content-type')).toMatch(type);
      expect(await answer.text()).toContain(holds);
    }
    expect((await api.get(`${path}?as=word`)).status).toBe(400);
  });

  describe('OAI-PMH', () => {
    const ask = async (query: string) => {
      const answer = await api.get(`/oai?${query}`);
      expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8');
      return parseXml(await answer.text());
    };
    const inside = (from: XmlElement, name: string): XmlElement[] =>
      from.children.flatMap((child) => [...(child.name === name ? [child] : []), ...inside(child, name)]);
    const identifiers = (from: XmlElement) => inside(from, 'identifier').map(({ text }) => text);

    test.each([
      ['', 'badVerb'],
      ['verb=ListRecords', 'badArgument'],
      ['verb=ListRecords&metadataPrefix=marc', 'cannotDisseminateFormat'],
      ['verb=ListRecords&metadataPrefix=oai_dc&from=2090-01-01', 'noRecordsMatch'],
      ['verb=ListRecords&metadataPrefix=oai_dc&set=movement:none', 'noRecordsMatch'],
      ['verb=ListRecords&resumptionToken=none', 'badResumptionToken'],
      ['verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:127.0.0.1:%00', 'idDoesNotExist'],
    ])('%s is answered with the condition %s', async (query, code) => {
      const [error] = inside(await ask(query), 'error');
      expect(error?.attributes.get('code')).toBe(code);
    });

    test('says who it is, what it holds and in which forms', async () => {
      const [base] = inside(await ask('verb=Identify'), 'baseURL');
      expect(base?.text).toBe(`${site.origin}/oai`);
      const prefixes = inside(await ask('verb=ListMetadataFormats'), 'metadataPrefix');
      expect(prefixes.map(({ text }) => text)).toEqual(['oai_dc', 'lido']);
      const specs = inside(await ask('verb=ListSets'), 'setSpec').map(({ text }) => text);
      expect(specs).toContain('movement:cubism');
      const posted = await api.get('/oai', {
        method: 'POST',
        body: new URLSearchParams({ verb: 'Identify' }),
      });
      expect(inside(parseXml(await posted.text()), 'protocolVersion')[0]?.text).toBe('2.0');
    });

    test('lists every work once, those of a set alone, and a work that was withdrawn as deleted', async () => {
      const all = identifiers(await ask('verb=ListIdentifiers&metadataPrefix=oai_dc'));
      expect([...all].sort()).toEqual(
        works()
          .map(({ id }) => `oai:127.0.0.1:${id}`)
          .sort(),
      );
      const cubist = identifiers(await ask('verb=ListIdentifiers&metadataPrefix=lido&set=movement:cubism'));
      expect(cubist).toHaveLength(2);
      const { id } = work(2);
      await setPublication(postgres.db, [id], 'withdrawn');
      const one = await ask(`verb=GetRecord&metadataPrefix=lido&identifier=oai:127.0.0.1:${id}`);
      expect(inside(one, 'header')[0]?.attributes.get('status')).toBe('deleted');
      expect(inside(one, 'metadata')).toEqual([]);
      await setPublication(postgres.db, [id], 'published');
      const records = inside(await ask('verb=ListRecords&metadataPrefix=lido'), 'record');
      expect(records.map((record) => inside(record, 'metadata').length)).toEqual([1, 1, 1, 1]);
    });
  });

  test('the site map is an index that leads to every work, and new works have a feed', async () => {
    const index = await (await api.get('/sitemap.xml')).text();
    const maps = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) =>
      url.slice(site.origin.length),
    );
    expect(maps).toEqual(['/sitemaps/pages.xml', '/sitemaps/works-1.xml']);
    const map = await (await api.get('/sitemaps/works-1.xml')).text();
    for (const one of works()) expect(map).toContain(`<loc>${site.origin}${workHref(one)}</loc>`);
    expect((await api.get('/sitemaps/works-2.xml')).status).toBe(404);
    const feed = await api.get('/feed.atom');
    expect(feed.headers.get('content-type')).toMatch(/^application\/atom\+xml/);
    expect((await feed.text()).match(/<entry>/g)).toHaveLength(4);
  });

  test('what is cached, and how, is what docs/standards.md says', async () => {
    const [, table = ''] = (await readFile('docs/standards.md', 'utf8')).split('## Caching');
    const rows = [...table.matchAll(/^\| `(\/[^`]+)`\s*\| `([^`]+)`\s*\| (yes|no)\s*\| (\w*)\s*\|$/gm)];
    expect(rows.length).toBeGreaterThan(10);
    for (const [, address = '', cacheControl, hasTag, vary = ''] of rows) {
      const path = address
        .replace('ID', work().id)
        .replace('KEY', work().image.key)
        .replace('WORK', encodeURIComponent(`${site.origin}/works/${work().id}`));
      const { headers } = await api.get(path, { redirect: 'manual' });
      const found = [headers.get('cache-control'), headers.has('etag') ? 'yes' : 'no'];
      expect([address, ...found]).toEqual([address, cacheControl, hasTag]);
      expect([address, headers.get('vary') ?? '']).toEqual([address, expect.stringContaining(vary)]);
    }
  });

  test('a withdrawn work is withdrawn everywhere', async () => {
    const { id, image } = work(3);
    await setPublication(postgres.db, [id], 'withdrawn');
    for (const path of [
      `/iiif/image/3/${image.key}/info.json`,
      `/iiif/image/2/${image.key}/full/max/0/default.jpg`,
      `/api/v1/artworks/${id}?as=iiif`,
      `/works/${id}/any-title`,
    ])
      expect([path, (await api.get(path)).status]).toEqual([path, 410]);
    await setPublication(postgres.db, [id], 'published');
  });
});
