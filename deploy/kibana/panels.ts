/** An aggregation as a visualization's state holds it. */
export interface PanelAggregation {
  readonly type: 'count' | 'terms' | 'histogram' | 'date_histogram';
  readonly schema: 'metric' | 'segment' | 'bucket';
  readonly params: Readonly<{ field?: string; [name: string]: unknown }>;
}

/** One picture of the dashboard; its place in a grid of 48 columns. */
export interface Panel {
  readonly id: string;
  readonly title: string;
  readonly type: 'metric' | 'pie' | 'horizontal_bar' | 'histogram' | 'area' | 'tagcloud' | 'table';
  readonly aggregations: readonly PanelAggregation[];
  readonly params: Readonly<Record<string, unknown>>;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const count: PanelAggregation = { type: 'count', schema: 'metric', params: { customLabel: 'Works' } };

function most(field: string, size: number, label: string, schema: 'segment' | 'bucket' = 'segment') {
  const params = {
    field,
    size,
    order: 'desc',
    orderBy: '1',
    otherBucket: true,
    otherBucketLabel: 'Others',
    missingBucket: true,
    missingBucketLabel: 'Unknown',
    customLabel: label,
  };
  return { type: 'terms', schema, params } as const;
}

/** Bars, lines and areas share their axes. */
function axes(mode: 'histogram' | 'area', categories: 'bottom' | 'left') {
  const values = categories === 'bottom' ? 'left' : 'bottom';
  return {
    addLegend: false,
    addTooltip: true,
    categoryAxes: [
      {
        id: 'CategoryAxis-1',
        type: 'category',
        position: categories,
        show: true,
        scale: { type: 'linear' },
        labels: { show: true, filter: false, truncate: 200 },
      },
    ],
    valueAxes: [
      {
        id: 'ValueAxis-1',
        name: 'ValueAxis-1',
        type: 'value',
        position: values,
        show: true,
        scale: { type: 'linear', mode: 'normal' },
        labels: { show: true, rotate: 0, filter: true },
        title: { text: 'Works' },
      },
    ],
    seriesParams: [
      {
        show: true,
        type: mode,
        mode: 'stacked',
        data: { label: 'Works', id: '1' },
        valueAxis: 'ValueAxis-1',
      },
    ],
    grid: { categoryLines: false },
  };
}

/** As the last section of the article shows its collection, and what a curator asks besides. */
export const panels: readonly Panel[] = [
  {
    ...{ id: 'works', title: 'Works', x: 0, y: 0, w: 8, h: 12 },
    type: 'metric',
    aggregations: [count],
    params: { addTooltip: true, metric: { labels: { show: true }, style: { fontSize: 60 } } },
  },
  {
    ...{ id: 'movements', title: 'By movement', x: 8, y: 0, w: 20, h: 12 },
    type: 'pie',
    aggregations: [count, most('movement', 15, 'Movement')],
    params: {
      isDonut: true,
      addTooltip: true,
      legendPosition: 'right',
      labels: { show: true, values: true },
    },
  },
  {
    ...{ id: 'subjects', title: 'By subject', x: 28, y: 0, w: 20, h: 12 },
    type: 'tagcloud',
    aggregations: [count, most('subject', 40, 'Subject')],
    params: { scale: 'linear', orientation: 'single', minFontSize: 14, maxFontSize: 48, showLabel: false },
  },
  {
    ...{ id: 'artists', title: 'By artist', x: 0, y: 12, w: 24, h: 20 },
    type: 'horizontal_bar',
    aggregations: [count, most('artist', 25, 'Artist')],
    params: axes('histogram', 'left'),
  },
  {
    ...{ id: 'years', title: 'By year', x: 24, y: 12, w: 24, h: 10 },
    type: 'histogram',
    aggregations: [
      count,
      {
        type: 'histogram',
        schema: 'segment',
        params: { field: 'year', interval: 10, min_doc_count: true, customLabel: 'Ten years from' },
      },
    ],
    params: axes('histogram', 'bottom'),
  },
  {
    ...{ id: 'centuries', title: 'By century', x: 24, y: 22, w: 24, h: 10 },
    type: 'histogram',
    aggregations: [
      count,
      {
        type: 'terms',
        schema: 'segment',
        params: { field: 'century', size: 60, order: 'asc', orderBy: '_key', customLabel: 'Century' },
      },
    ],
    params: axes('histogram', 'bottom'),
  },
  {
    ...{ id: 'added', title: 'Added over time', x: 0, y: 32, w: 28, h: 12 },
    type: 'area',
    aggregations: [
      count,
      {
        type: 'date_histogram',
        schema: 'segment',
        params: {
          field: 'createdAt',
          interval: 'd',
          useNormalizedEsInterval: true,
          drop_partials: false,
          min_doc_count: 1,
          customLabel: 'Added',
        },
      },
    ],
    params: axes('area', 'bottom'),
  },
  {
    ...{ id: 'rights', title: 'Collections and rights', x: 28, y: 32, w: 20, h: 12 },
    type: 'table',
    aggregations: [
      count,
      most('collection', 50, 'Collection', 'bucket'),
      most('rights', 10, 'Rights', 'bucket'),
    ],
    params: { perPage: 10, showTotal: true, totalFunc: 'sum', showPartialRows: false },
  },
];
