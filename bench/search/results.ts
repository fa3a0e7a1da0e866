import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { barChartFile } from '@/lib/evaluate/report/svg-file';
import { writeJsonFile } from '@/lib/platform/json-file';
import { type Requirement } from './requirements';
import { type Likeness } from './likeness';
import { type Measurement } from './measure';
import { type Loaded } from './subject';

export interface Results {
  readonly format: 'gafu-search-benchmark-1';
  readonly command: string;
  /** Null where only the embedded index was measured. */
  readonly elasticsearch: string | null;
  /** Cores and memory of the machine, and how busy it was. */
  readonly machine: string;
  readonly queries: number;
  readonly bars: readonly Requirement[];
  readonly loaded: readonly Loaded[];
  readonly measurements: readonly Measurement[];
  readonly likeness: readonly Likeness[];
}

/** `results.json`, `results.md`, and charts of the largest collection. */
export async function writeResults(folder: string, results: Results): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeJsonFile(path.join(folder, 'results.json'), results, 4);
  await writeFile(path.join(folder, 'results.md'), pageOf(results));
  const largest = Math.max(...results.measurements.map(({ works }) => works));
  const longest = Math.max(...results.measurements.map(({ styleLength }) => styleLength));
  const shown = results.measurements.filter(
    ({ works, styleLength }) => works === largest && styleLength === longest,
  );
  const slowest = Math.max(...shown.map(({ p95Ms }) => p95Ms));
  const charts = {
    recall: [`recall@10, ${count(largest)} works`, ({ recallAt10 }: Measurement) => recallAt10],
    latency: [
      `p95 latency, as a share of the slowest, ${count(largest)} works`,
      ({ p95Ms }: Measurement) => p95Ms / slowest,
    ],
  } as const;
  for (const [name, [title, valueOf]] of Object.entries(charts))
    await writeFile(
      path.join(folder, `${name}.svg`),
      barChartFile(
        title,
        shown.map((one) => ({
          label: `${one.subject} · ${one.case}`,
          value: valueOf(one),
          emphasised: one.isDefault,
        })),
      ),
    );
}

/** The page that people read, in Markdown. */
export function pageOf({ command, elasticsearch, machine, queries, ...results }: Results): string {
  const collections = results.loaded.filter(({ name }) => name === 'embedded');
  return `<!-- Written by \`${command}\`. -->

${queries} queries a case, one at a time, all ways to answer in turn. ${elasticsearch ?? 'ELASTICSEARCH_URL was not set: the embedded index alone'}; ${machine}
× is against the exact ranking of the same case where there is one, else against the embedded index.

| asked for | found | holds |
| --- | --- | --- |
${results.bars.map(({ asked, found, holds }) => row([asked, found, holds === null ? '–' : holds ? 'yes' : '**no**'])).join('\n')}

## Loading and keeping

Disk counts all that is stored. Memory is what searches touch again and again: the graphs and the vectors that they compare.

| index | works | values | works a second | graphs, s | memory, MB | disk, MB |
| --- | --: | --: | --: | --: | --: | --: |
${results.loaded.map(loadedRow).join('\n')}
${collections.map((collection) => section(results.measurements, collection)).join('')}
## How like real works they are

Cosines at percentiles of pairs, real / synthetic.

${likenessTable(results.likeness)}
`;
}

function section(measurements: readonly Measurement[], { works, styleLength }: Loaded): string {
  const shown = measurements.filter((one) => one.works === works && one.styleLength === styleLength);
  const lines = shown.map((one) => {
    const peers = shown.filter((peer) => peer.case === one.case);
    const exact =
      peers.find(({ subject }) => subject === 'exact') ?? peers.find(({ subject }) => subject === 'embedded');
    const ratio = exact ? ` (× ${(one.p95Ms / exact.p95Ms).toFixed(2)})` : '';
    return row([
      one.isDefault ? `**${one.subject}**` : one.subject,
      one.case,
      one.p50Ms.toFixed(1),
      `${one.p95Ms.toFixed(1)}${ratio}`,
      one.overheadP50Ms === null ? '–' : one.overheadP50Ms.toFixed(1),
      one.recallAt10.toFixed(3),
    ]);
  });
  return `
## ${count(works)} works, styles of ${styleLength} values

| way | case | p50, ms | p95, ms | overhead p50, ms | recall@10 |
| --- | --- | --: | --: | --: | --: |
${lines.join('\n')}
`;
}

function loadedRow({
  name,
  works,
  styleLength,
  worksPerSecond,
  settlingSeconds,
  memoryBytes,
  diskBytes,
}: Loaded): string {
  const megabytes = (bytes: number | null) => (bytes === null ? '–' : (bytes / 1e6).toFixed(1));
  return row([
    name,
    count(works),
    String(styleLength),
    worksPerSecond.toFixed(0),
    settlingSeconds === null ? '–' : settlingSeconds.toFixed(0),
    megabytes(memoryBytes),
    megabytes(diskBytes),
  ]);
}

export function likenessTable(likeness: readonly Likeness[]): string {
  const percents = likeness[0]?.percents ?? [];
  const lines = likeness.map((one) =>
    row([
      `${one.kind}, ${one.of}`,
      ...one.percents.map((_, i) => `${one.real[i]?.toFixed(2)} / ${one.synthetic[i]?.toFixed(2)}`),
    ]),
  );
  return [row(['pairs', ...percents.map(String)]), row(['---', ...percents.map(() => '--:')]), ...lines].join(
    '\n',
  );
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const count = (works: number) => works.toLocaleString('en');
