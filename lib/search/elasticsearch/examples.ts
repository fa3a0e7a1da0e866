import { type TextWord } from '@/lib/catalog/text-query';
import { type IndexTerm } from '../search-index';
import {
  graphFields,
  graphSettings,
  indexDefinition,
  mergeSettings,
  servingSettings,
} from './index-definition';
import { countRequests } from './query/count';
import { facetsRequest } from './query/facets';
import { type ResolvedRequest, targetOf } from './query/filter';
import { searchLines } from './query/multi-search';
import { planRanking, rankingLimits } from './query/ranking-plan';
import { exactRequest } from './query/ranking-requests';
import { type IndexLayout } from './index-naming';
import { asBase64 } from './vector-encoding';
import { bulkOperations } from './sync/write-changes';

const layout: IndexLayout = { prefix: 'gafu', shards: 2, replicas: 1, vectors: 'int8_hnsw' };
const spaces = {
  style: { id: 'style-a1', dimensions: 4 },
  content: { id: 'content-b2', dimensions: 3 },
  palette: { id: 'palette-c3', dimensions: 2 },
};
const style: IndexTerm = {
  kind: 'style',
  spaceId: 'style-a1',
  vector: Float32Array.of(0.5, 0.5, -0.5, 0.5),
  weight: 0.75,
};
const content: IndexTerm = {
  kind: 'content',
  spaceId: 'content-b2',
  vector: Float32Array.of(0.6, 0, -0.8),
  weight: 0.25,
};

const asking = (terms: readonly IndexTerm[], rest: Partial<ResolvedRequest> = {}): ResolvedRequest => ({
  target: targetOf(layout, { terms }),
  terms,
  filter: {},
  text: null,
  vectorForm: 'binary',
  excludeIds: [],
  offset: 0,
  limit: 24,
  ...rest,
});
const narrow: Partial<ResolvedRequest> = {
  filter: {
    text: 'wave',
    facets: { artist: ['Hokusai', 'Hiroshige'], century: ['19'] },
    years: { from: 1830, to: null },
  },
  text: { ids: ['k3v9q2mwta', 'p8x1d4njrc'] },
  excludeIds: ['h7t2s5bzqe'],
};
const walk = { pit: 'the point in time', size: 10_000, after: [1.25, 'k3v9q2mwta'], skipped: true };

/** As Postgres resolves a word that works have. */
const word = (latin: string): TextWord => ({
  latin,
  spellings: [{ lexemes: [latin], isSequence: false, whole: [latin] }],
  isKnown: true,
});

/** The ranking request if `total` works match. */
function ranked(request: ResolvedRequest, total: number, own: IndexLayout = layout) {
  const { request: sent } = planRanking(request, total, rankingLimits, own);
  if (sent === null) throw new Error('an example is one request');
  return sent;
}

/** One example of every request body, by its file name under examples/. They are committed so that changes are reviewed. */
export const examples: Readonly<Record<string, unknown>> = {
  'index-int8-hnsw': indexDefinition(layout, spaces),
  'index-bbq-hnsw': indexDefinition({ ...layout, vectors: 'bbq_hnsw', shards: 1 }, spaces),
  'index-mapping-graphs': { properties: graphFields(layout, spaces) },
  'index-settings-graphs': graphSettings,
  'index-settings-merges': mergeSettings,
  'index-settings-in-service': servingSettings(layout),
  'bulk-a-work-and-a-deletion': bulkOperations(
    [
      {
        artworkId: 'k3v9q2mwta',
        version: 41,
        work: {
          id: 'k3v9q2mwta',
          title: 'The Great Wave off Kanagawa',
          artist: ['Hokusai'],
          colour: ['blue', 'beige'],
          movement: ['Ukiyo-e'],
          genre: ['Landscape'],
          subject: ['Sea', 'Mount Fuji'],
          kind: 'Print',
          collection: 'Gafu',
          medium: 'Woodblock print',
          year: 1831,
          years: { gte: 1830, lte: 1832 },
          century: ['19'],
          rights: 'CC0 1.0',
          state: 'ready',
          createdAt: new Date('2026-11-24T04:00:00Z'),
          words: ['great', 'hokusai', 'kanagawa', 'off', 'sea', 'the', 'ukiyo', 'wave'],
          embeddings: new Map([['style-a1', Float32Array.of(0.5, 0.5, -0.5, 0.5)]]),
        },
      },
      { artworkId: 'p8x1d4njrc', version: 42, work: null },
    ],
    {
      name: 'gafu-2026.11.24-040000.000',
      spaces: { style: 'style-a1', content: 'content-b2' },
      isCurrent: true,
    },
    asBase64,
  ),
  'count-and-rank-together': searchLines([
    ...countRequests(asking([style], narrow)),
    ranked(asking([style], narrow), 200_000),
  ]),
  'facets-filtered': facetsRequest(asking([style], narrow)),
  'facets-of-a-frequent-text': facetsRequest(asking([style], { text: { words: ['sea', 'boat'].map(word) } })),
  'approximate-style': ranked(asking([style]), 1_000_000),
  'approximate-blend-filtered': ranked(asking([style, content], narrow), 200_000),
  'approximate-style-hnsw': ranked(asking([style]), 1_000_000, { ...layout, vectors: 'hnsw' }),
  'exact-style-page-3': exactRequest(asking([style], { offset: 48 })),
  'exact-away-from-content': exactRequest(asking([style, { ...content, weight: -0.5 }])),
  'exact-deep-walk': exactRequest(asking([style], { offset: 20_000 }), walk),
};
