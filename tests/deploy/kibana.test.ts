import { readFileSync } from 'node:fs';
import { type estypes } from '@elastic/elasticsearch';
import { type PanelAggregation, panels } from '@/deploy/kibana/panels';
import { ndjson, savedObjects } from '@/deploy/kibana/saved-objects';
import { indexDefinition } from '@/lib/search/elasticsearch/index-definition';
import { describeWithElasticsearch, testClient, testLayout } from '../support/elasticsearch';

const { settings, mappings } = indexDefinition(testLayout(), {});
const fieldsOf = (panel: (typeof panels)[number]) =>
  panel.aggregations.flatMap(({ type, params }) =>
    params.field === undefined ? [] : [{ type, field: params.field }],
  );

/** Types of fields that an aggregation takes, as far as our mapping has them. */
const takes: Record<PanelAggregation['type'], readonly string[]> = {
  count: [],
  terms: ['keyword'],
  histogram: ['integer'],
  date_histogram: ['date'],
};

test('the file that Kibana imports is what the panels say', () => {
  // node --import tsx deploy/kibana/write.ts
  expect(readFileSync('deploy/kibana/saved-objects.ndjson', 'utf8')).toBe(ndjson(savedObjects()));
});

test.each(panels.map((panel) => [panel.title, panel] as const))(
  'the panel "%s" asks for fields that the index has, in types that it can count',
  (_, panel) => {
    for (const { type, field } of fieldsOf(panel)) {
      const known = mappings.properties?.[field];
      expect([field, takes[type].includes(known?.type ?? 'missing')]).toEqual([field, true]);
    }
  },
);

test('every object that is referred to is in the file, and every panel has its place', () => {
  const objects = savedObjects();
  const ids = objects.map(({ id, type }) => `${type}/${id}`);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { references } of objects)
    for (const { id, type } of references) expect(ids).toContain(`${type}/${id}`);
  const cells = panels.flatMap(({ x, y, w, h }) =>
    Array.from({ length: w * h }, (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  for (const { x, w } of panels) expect(x + w).toBeLessThanOrEqual(48);
});

describeWithElasticsearch('the dashboard on a real index', () => {
  test('every panel gets its numbers', async () => {
    const client = testClient('maintenance');
    const index = testLayout().prefix;
    await client.indices.create({ index, settings, mappings });
    const work = {
      artist: 'Hokusai',
      movement: 'Ukiyo-e',
      subject: 'sea',
      year: 1831,
      century: '19',
      rights: 'CC0',
      collection: 'Town museum',
    };
    await client.index({ index, document: { ...work, createdAt: new Date().toISOString() }, refresh: true });
    for (const panel of panels) {
      const aggregations = Object.fromEntries(
        panel.aggregations.flatMap(
          ({
            type,
            params: { field, interval, size },
          }): [string, estypes.AggregationsAggregationContainer][] => {
            if (field === undefined) return [];
            if (type === 'histogram') return [[field, { histogram: { field, interval: Number(interval) } }]];
            if (type === 'date_histogram')
              return [[field, { date_histogram: { field, calendar_interval: '1d' } }]];
            return [[field, { terms: { field, size: Number(size) } }]];
          },
        ),
      );
      const found = await client.search({ index, size: 0, aggregations });
      for (const field of Object.keys(aggregations))
        expect([panel.title, found.aggregations?.[field]]).toMatchObject([
          panel.title,
          { buckets: [{ doc_count: 1 }] },
        ]);
    }
    await client.indices.delete({ index });
    await client.close();
  });
});
