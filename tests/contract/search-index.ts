import { type ArtworkFilter } from '@/lib/catalog/artwork';
import { deleteArtwork } from '@/lib/catalog/artworks.repository';
import { inTransaction } from '@/lib/catalog/database';
import { saveEmbeddings } from '@/lib/catalog/embeddings.repository';
import { setLiveSpaces } from '@/lib/catalog/spaces.repository';
import { type IndexRequest, type IndexTerm } from '@/lib/search/search-index';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { bruteForce, dot } from './brute-force';
import { expectCatalogueFields, expectColours, expectPublication } from './catalogue-fields';
import { expectCenturies } from './centuries';
import { addFindableWork, type FindableWork, makeLive, type NewWork, unitVector } from './collection';
import { expectExpansion } from './expansion';
import { type IndexUnderTest } from './index-under-test';
import { textPairs, wordless } from './text-pairs';

const term = (kind: EmbeddingKind, vector: Float32Array, weight = 1): IndexTerm => ({
  kind,
  spaceId: `${kind}-a`,
  vector,
  weight,
});

const request = (terms: readonly IndexTerm[], rest: Partial<IndexRequest> = {}): IndexRequest => ({
  terms,
  filter: {},
  excludeIds: [],
  offset: 0,
  limit: 20,
  withFacets: false,
  ...rest,
});

/**
 * What every search index promises, whatever it is made of. Each test has a new, empty collection.
 * @param open an index on a database without works, whose spaces are not live yet
 */
export function describeSearchIndex(name: string, open: () => Promise<IndexUnderTest>): void {
  describe(`the ${name} search index`, () => {
    let under: IndexUnderTest;
    beforeEach(async () => {
      under = await open();
      await makeLive(under.db);
    });
    afterEach(() => under.close());

    const ask = async (terms: readonly IndexTerm[], rest: Partial<IndexRequest> = {}) => {
      await under.settle();
      return under.index.search(request(terms, rest));
    };
    const addMany = (count: number, given: NewWork = {}) =>
      inTransaction(under.db, async (transaction) => {
        const works: FindableWork[] = [];
        while (works.length < count) works.push(await addFindableWork(transaction, given));
        return works;
      });
    const expectRanking = async (works: readonly FindableWork[], terms: readonly IndexTerm[]) => {
      const expected = bruteForce(works, terms);
      const { hits, total } = await ask(terms);
      expect(total).toBe(expected.length);
      expect(hits.map(({ artworkId }) => artworkId)).toEqual(expected.slice(0, 20).map(({ id }) => id));
      hits.forEach(({ score }, i) => expect(score).toBeCloseTo(expected[i]?.score ?? Number.NaN, 5));
    };

    test('answers an empty collection with nothing', async () => {
      const answer = await ask([term('style', unitVector(1))], { withFacets: true });
      expect(answer).toMatchObject({ hits: [], total: 0, facets: { artist: [] } });
      expect(await under.index.count()).toBe(0);
    });

    test.each([
      ['no picture', []],
      ['one picture by style', [term('style', unitVector(1001))]],
      ['one picture by content', [term('content', unitVector(1002))]],
      [
        'a blend of two kinds',
        [term('style', unitVector(1003), 0.7), term('content', unitVector(1004), 0.3)],
      ],
      [
        'a blend of all three',
        [
          term('style', unitVector(1003), 0.5),
          term('content', unitVector(1004), 0.3),
          term('palette', unitVector(1005), 0.2),
        ],
      ],
      ['two pictures of one kind', [term('style', unitVector(1005), 0.4), term('style', unitVector(1006))]],
      ['away from a picture', [term('style', unitVector(1007)), term('content', unitVector(1008), -0.5)]],
      ['only away from a picture', [term('style', unitVector(1009), -1)]],
      ['away from several', [1010, 1011].map((seed) => term('style', unitVector(seed), -0.4))],
      [
        'eight pictures of a kind, near and away',
        Array.from({ length: 8 }, (_, i) => term('style', unitVector(1020 + i), i % 3 === 0 ? -0.5 : 0.75)),
      ],
    ])('ranks %s as brute force does', async (_, terms) => {
      await expectRanking(await addMany(40), terms);
    });

    test('gives hits their embeddings, by which a search by one style is expanded', () =>
      expectExpansion(under, addMany));

    test('leaves out of a blend what lacks one of its kinds', async () => {
      const both = await addMany(3);
      const styleOnly = await addFindableWork(under.db, { vectors: { style: unitVector(5) } });
      const all = [...both, styleOnly];
      await expectRanking(all, [term('style', unitVector(6))]);
      await expectRanking(all, [term('style', unitVector(6)), term('content', unitVector(7))]);
    });

    test('tells the cosine of each kind beside the score', async () => {
      const [work] = await addMany(1);
      const style = term('style', unitVector(11), -0.5);
      const content = term('content', unitVector(12), 0.25);
      const { hits } = await ask([style, content]);
      const own = (kind: EmbeddingKind) => work?.vectors[kind] ?? new Float32Array();
      expect(hits[0]?.cosines.style).toBeCloseTo(dot(style.vector, own('style')), 5);
      expect(hits[0]?.cosines.content).toBeCloseTo(dot(content.vector, own('content')), 5);
    });

    test('orders equal scores by id, and the same every time', async () => {
      const same = unitVector(21);
      const works = await addMany(30, { vectors: { style: same } });
      const ids = works.map(({ id }) => id).sort();
      for (let run = 0; run < 3; run++) {
        const { hits } = await ask([term('style', same)], { limit: 30 });
        expect(hits.map(({ artworkId }) => artworkId)).toEqual(ids);
      }
    });

    test('pages without gap or overlap, ties included', async () => {
      const tied = unitVector(31);
      const works = [...(await addMany(12, { vectors: { style: tied } })), ...(await addMany(11))];
      const asked = [term('style', tied)];
      const seen: string[] = [];
      for (let offset = 0; offset < 25; offset += 5) {
        const { hits, total } = await ask(asked, { offset, limit: 5 });
        expect(total).toBe(works.length);
        seen.push(...hits.map(({ artworkId }) => artworkId));
      }
      expect(seen).toEqual(bruteForce(works, asked).map(({ id }) => id));
      expect((await ask(asked, { offset: 500, limit: 5 })).hits).toEqual([]);
    });

    test('keeps to a filter, whose values of one facet are alternatives', async () => {
      const hokusai = await addMany(4, { artist: 'Hokusai', movement: 'Ukiyo-e' });
      const hiroshige = await addMany(4, { artist: 'Hiroshige', movement: 'Ukiyo-e' });
      const monet = await addMany(4, { artist: 'Monet', movement: 'Impressionism' });
      const asked = [term('style', unitVector(41))];
      const found = async (filter: ArtworkFilter, among: readonly FindableWork[]) => {
        const { hits, total } = await ask(asked, { filter });
        expect(hits.map(({ artworkId }) => artworkId)).toEqual(bruteForce(among, asked).map(({ id }) => id));
        expect(total).toBe(among.length);
      };
      await found({ facets: { artist: ['Hokusai'] } }, hokusai);
      await found({ facets: { artist: ['Hokusai', 'Monet'] } }, [...hokusai, ...monet]);
      await found({ facets: { movement: ['Ukiyo-e'] } }, [...hokusai, ...hiroshige]);
      await found({ facets: { artist: ['Monet'], movement: ['Ukiyo-e'] } }, []);
      await found({ text: 'hiroshige' }, hiroshige);
    });

    test('finds works by words in many scripts, and counts them alike in hits and facets', async () => {
      const details = [...new Map(textPairs.map(({ work }) => [JSON.stringify(work), work])).values()];
      const vector = unitVector(131);
      const works = await inTransaction(under.db, async (transaction) => {
        const ids = new Map<string, string>();
        for (const work of details) {
          const given = { details: { artist: null, movement: null, ...work }, vectors: { style: vector } };
          ids.set(JSON.stringify(work), (await addFindableWork(transaction, given)).id);
        }
        return ids;
      });
      await under.settle();
      const find = async (text: string) => {
        const { hits, total, facets } = await under.index.search(
          request([term('style', vector)], { filter: { text }, limit: 100, withFacets: true }),
        );
        expect([text, hits.length]).toEqual([text, total]);
        expect(facets?.artist.every(({ count }) => count <= total)).toBe(true);
        return hits.map(({ artworkId }) => artworkId);
      };
      const wrong: string[] = [];
      for (const { query, work, isFound } of textPairs) {
        const ids = await find(query);
        if (ids.includes(works.get(JSON.stringify(work)) ?? '') !== isFound)
          wrong.push(`${query} ${isFound ? 'must find' : 'must not find'} ${JSON.stringify(work)}`);
      }
      expect(wrong).toEqual([]);
      for (const text of wordless) expect([text, await find(text)]).toEqual([text, []]);
    });

    test('counts a work in every century that its date touches, and finds it by any of its years', () =>
      expectCenturies(addMany, (rest) => ask([term('style', unitVector(52))], rest)));

    test('finds and counts works by every field of the catalogue', () =>
      expectCatalogueFields(addMany, (rest) => ask([term('style', unitVector(53))], rest)));

    test('finds and counts works by the colours of their pictures, and follows when a picture is replaced', () =>
      expectColours(under.otherDb, addMany, (rest) => ask([term('style', unitVector(55))], rest)));

    test('finds public works only, and follows when they are withdrawn, deleted or published', () =>
      expectPublication(under.otherDb, addMany, (rest) => ask([term('style', unitVector(54))], rest)));

    test('counts facets, a facet’s own choice not narrowing its own counts', async () => {
      await addMany(3, { artist: 'Hokusai', movement: 'Ukiyo-e' });
      await addMany(2, { artist: 'Hiroshige', movement: 'Ukiyo-e' });
      await addMany(1, { artist: 'Monet', movement: 'Impressionism' });
      const filter = { facets: { artist: ['Hokusai'] } };
      const { facets } = await ask([term('style', unitVector(51))], { filter, withFacets: true });
      expect(facets?.artist).toEqual([
        { value: 'Hokusai', count: 3 },
        { value: 'Hiroshige', count: 2 },
        { value: 'Monet', count: 1 },
      ]);
      expect(facets?.movement).toEqual([{ value: 'Ukiyo-e', count: 3 }]);
      expect((await ask([term('style', unitVector(51))])).facets).toBeNull();
    });

    test('leaves out and does not count what is excluded', async () => {
      const works = await addMany(5);
      const [first, second, ...rest] = bruteForce(works, [term('style', unitVector(61))]);
      const excludeIds = [first?.id ?? '', second?.id ?? '', 'unknown'];
      const withFacets = true;
      const { hits, total, facets } = await ask([term('style', unitVector(61))], { excludeIds, withFacets });
      expect(total).toBe(3);
      expect(facets?.artist).toEqual([{ value: 'Anonymous', count: 3 }]);
      expect(hits.map(({ artworkId }) => artworkId)).toEqual(rest.map(({ id }) => id));
    });

    test('refuses a vector of a space it does not hold', async () => {
      await addMany(1);
      const foreign = { ...term('style', unitVector(71)), spaceId: 'style-b' };
      await expect(ask([foreign])).rejects.toMatchObject({ name: 'Problem', kind: 'conflict' });
    });

    test('sees what another process adds, changes and removes', async () => {
      const works = await addMany(3);
      await expectRanking(works, [term('style', unitVector(81))]);
      const added = await addFindableWork(under.otherDb);
      await expectRanking([...works, added], [term('style', unitVector(81))]);

      const vectors = { ...added.vectors, style: unitVector(82) };
      await saveEmbeddings(under.otherDb, added.id, [{ spaceId: 'style-a', vector: vectors.style }]);
      await expectRanking([...works, { ...added, vectors }], [term('style', unitVector(81))]);

      const [gone, ...rest] = works;
      await deleteArtwork(under.otherDb, gone?.id ?? '');
      await expectRanking([...rest, { ...added, vectors }], [term('style', unitVector(81))]);
      expect(await under.index.count()).toBe(3);
    });

    test('misses nothing of transactions that commit out of order', async () => {
      const early = await addFindableWork(under.db, { vectors: { style: unitVector(91) } });
      const late = await addFindableWork(under.db, { vectors: { style: unitVector(92) } });
      const moved = unitVector(93);
      await under.db.$transaction(async (open) => {
        await saveEmbeddings(open, late.id, [{ spaceId: 'style-a', vector: moved }]);
        const between = await addFindableWork(under.otherDb, { vectors: { style: unitVector(94) } });
        await expectRanking([early, late, between], [term('style', unitVector(95))]);
        await deleteArtwork(under.otherDb, between.id);
      });
      await expectRanking([early, { ...late, vectors: { style: moved } }], [term('style', unitVector(95))]);
    });

    test('goes over to new spaces when they are made live, and answers the old ones no more', async () => {
      const old = await addMany(3);
      await expectRanking(old, [term('style', unitVector(101))]);
      await makeLive(under.otherDb, 'b');
      const fresh = await addFindableWork(under.otherDb, { version: 'b' });
      const inNew = { ...term('style', unitVector(102)), spaceId: 'style-b' };
      const { hits, total } = await ask([inNew]);
      expect(hits.map(({ artworkId }) => artworkId)).toEqual([fresh.id]);
      expect(total).toBe(1);
      await expect(ask([term('style', unitVector(102))])).rejects.toMatchObject({ kind: 'conflict' });
      const former = { style: 'style-a', content: 'content-a', palette: 'palette-a' };
      await setLiveSpaces(under.otherDb, former);
      await expectRanking(old, [term('style', unitVector(103))]);
    });

    test('answers many searches at once, and each sees what was written before it', async () => {
      const works = await addMany(5);
      const areSeen = Array.from({ length: 20 }, async (_, i) => {
        const own = i % 5 === 0 ? [await addFindableWork(under.otherDb)] : [];
        const { hits } = await ask([term('style', unitVector(111 + i))], { limit: 100 });
        const found = new Set(hits.map(({ artworkId }) => artworkId));
        return [...works, ...own].every(({ id }) => found.has(id));
      });
      expect(await Promise.all(areSeen)).not.toContain(false);
    });
  });
}
