import { type Panel, panels } from './panels';

/** What Kibana imports: one line of an NDJSON file. https://www.elastic.co/docs/explore-analyze/find-and-organize/saved-objects */
export interface SavedObject {
  readonly id: string;
  readonly type: 'index-pattern' | 'visualization' | 'dashboard';
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly references: readonly { readonly id: string; readonly name: string; readonly type: string }[];
  readonly coreMigrationVersion: string;
  readonly typeMigrationVersion: string;
}

const dataView = 'gafu-works';
/** The form that Kibana 8.9 wrote, which later ones bring up to date as they import. */
const versions = { core: '8.8.0', 'index-pattern': '8.0.0', visualization: '8.5.0', dashboard: '8.9.0' };

/**
 * A data view on the alias of the live index, and a dashboard of the collection. The view has no time field: all works
 * are shown, whenever they were added.
 * @param alias ELASTICSEARCH_INDEX
 */
export function savedObjects(alias = 'gafu'): SavedObject[] {
  return [
    savedObject('index-pattern', dataView, {
      title: alias,
      name: 'Works of the collection',
      allowNoIndex: true,
    }),
    ...panels.map(visualization),
    savedObject(
      'dashboard',
      'gafu-collection',
      {
        title: 'The collection',
        description: 'Works by movement, artist, century and year, and how the collection grew.',
        timeRestore: false,
        version: 1,
        optionsJSON: JSON.stringify({ useMargins: true, hidePanelTitles: false }),
        panelsJSON: JSON.stringify(
          panels.map(({ id, x, y, w, h }) => ({
            type: 'visualization',
            panelIndex: id,
            gridData: { x, y, w, h, i: id },
            embeddableConfig: { enhancements: {} },
            panelRefName: `panel_${id}`,
          })),
        ),
        kibanaSavedObjectMeta: { searchSourceJSON: search() },
      },
      panels.map(({ id }) => ({ id: `gafu-${id}`, name: `${id}:panel_${id}`, type: 'visualization' })),
    ),
  ];
}

/** The file's text. */
export function ndjson(objects: readonly SavedObject[]): string {
  return objects.map((object) => `${JSON.stringify(object)}\n`).join('');
}

function visualization({ id, title, type, aggregations, params }: Panel): SavedObject {
  const reference = 'kibanaSavedObjectMeta.searchSourceJSON.index';
  return savedObject(
    'visualization',
    `gafu-${id}`,
    {
      title,
      description: '',
      version: 1,
      uiStateJSON: '{}',
      visState: JSON.stringify({
        title,
        type,
        aggs: aggregations.map((aggregation, i) => ({ id: String(i + 1), enabled: true, ...aggregation })),
        params: { type, ...params },
      }),
      kibanaSavedObjectMeta: { searchSourceJSON: search({ indexRefName: reference }) },
    },
    [{ id: dataView, name: reference, type: 'index-pattern' }],
  );
}

function savedObject(
  type: SavedObject['type'],
  id: string,
  attributes: SavedObject['attributes'],
  references: SavedObject['references'] = [],
): SavedObject {
  return {
    id,
    type,
    attributes,
    references,
    coreMigrationVersion: versions.core,
    typeMigrationVersion: versions[type],
  };
}

function search(more: Readonly<Record<string, string>> = {}): string {
  return JSON.stringify({ query: { query: '', language: 'kuery' }, filter: [], ...more });
}
