import { existsSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { receiveQuery } from '@/lib/ingest/receive-query';
import { counted } from '@/lib/platform/counted';
import { Problem } from '@/lib/platform/problem';
import { settings } from '@/lib/platform/settings';
import { searchHref, type SearchQuery } from '@/lib/search/query';
import { search, type SearchResult } from '@/lib/search/search.service';
import { type EmbeddingKind, embeddingKinds } from '@/lib/vision/embedding';
import { sayLoadingNetwork } from '../network';
import { printJson } from '../output';
import { readPictureFile } from '../picture-file';

interface SearchCommandOptions {
  readonly by: EmbeddingKind;
  readonly limit: number;
  readonly json?: boolean;
}

/** `gafu search IMAGE|ID [--by style|content] [--limit N] [--json]` */
export function register(program: Command): void {
  program
    .command('search')
    .description('Find the works of the collection that are most like a picture')
    .argument('<picture>', 'a picture file, or the id of a work or of an uploaded picture (q_…)')
    .addOption(
      new Option('--by <kind>', 'what "like" means').choices([...embeddingKinds]).default('style' as const),
    )
    .option('--limit <count>', 'how many works, 1 to 100', countOfWorks, 10)
    .option('--json', 'print {query, page, hits, total, network}')
    .addHelpText(
      'after',
      '\nA picture file is kept as an uploaded picture is, so that its result page can be shared.\n\nExamples:\n  gafu search wave.jpg\n  gafu search k3v9q2mwta --by content --limit 5 --json',
    )
    .action(findWorks);
}

async function findWorks(picture: string, { by, limit, json }: SearchCommandOptions): Promise<void> {
  const ref = existsSync(picture) ? await upload(picture) : knownRef(picture);
  const query = { terms: [{ kind: by, ref, weight: 1 }], filter: {}, page: 1 };
  const result = await search(query, { pageSize: limit, withFacets: false });
  if (json) printJson(resultJson(query, result));
  else printTable(query, result);
}

async function upload(file: string): Promise<string> {
  const bytes = await readPictureFile(file);
  sayLoadingNetwork();
  return (await receiveQuery(bytes)).id;
}

function knownRef(text: string): string {
  if (/^[A-Za-z0-9_-]+$/.test(text)) return text;
  throw new Problem('not-found', `There is no file "${text}", and it is not the id of a work or an upload.`);
}

function resultJson(query: SearchQuery, { hits, total, network }: SearchResult) {
  return {
    query,
    page: searchHref(query),
    hits: hits.map(({ artwork, score }, i) => {
      const { id, title, artist, movements } = artwork;
      return { rank: i + 1, score, id, title, artist, movements };
    }),
    total,
    network,
  };
}

function printTable(query: SearchQuery, { hits, total, network }: SearchResult): void {
  const rows = hits.map(({ artwork: { id, title, artist, movements }, score }, i) => [
    String(i + 1),
    score.toFixed(3),
    title,
    artist ?? '',
    movements.join(', '),
    id,
  ]);
  const table = [['', 'score', 'title', 'artist', 'movement', 'id'], ...rows];
  const widths = (table[0] ?? []).map((_, column) =>
    Math.min(40, Math.max(...table.map((row) => row[column]?.length ?? 0))),
  );
  for (const row of table)
    console.log(
      row
        .map((cell, i) => fit(cell, widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  const { publicUrl, port } = settings();
  console.log(
    `\n${hits.length} of ${counted(total, 'work')}, by ${network.name}, recipe ${network.recipe ?? 'unknown'}. Scores are for order only.`,
  );
  console.log(`${publicUrl ?? `http://localhost:${port}`}${searchHref(query)}`);
}

function fit(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}

function countOfWorks(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 100)
    throw new InvalidArgumentError('Allowed is a whole number from 1 to 100.');
  return count;
}
