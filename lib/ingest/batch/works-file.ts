import { z } from 'zod';
import { type Cells } from '@/lib/batch/cells';
import { type ListedWork } from '@/lib/batch/match-list';
import { parseList } from '@/lib/lists/list';
import { Problem } from '@/lib/platform/problem';
import { type WorkColumn, workColumnsNamed } from '../folder/work-columns';
import { valuesOf } from '../folder/works-list';

/** A list that came with pictures, as it is kept with their batch. */
export interface WorksFile {
  readonly works: readonly ListedWork[];
  /** Lines that cannot be used, with their reasons. */
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
  readonly ignoredColumns: readonly string[];
}

export const worksFileSchema: z.ZodType<WorksFile> = z.object({
  works: z.array(z.object({ line: z.number(), file: z.string(), cells: z.record(z.string(), z.string()) })),
  refused: z.array(z.object({ line: z.number(), reason: z.string() })),
  ignoredColumns: z.array(z.string()),
});

/** Of one list. */
const worksMax = 20_000;

/**
 * Reads a list of works that came with pictures: CSV, as `gafu add` reads it, or JSON, an array of objects or one
 * object a line.
 * @param name of the file
 * @throws Problem `invalid-request` if it cannot be read as such a list
 */
export function readWorksFile(bytes: Uint8Array, name: string): WorksFile {
  const isJson = /\.(json|jsonl|ndjson)$/i.test(name);
  const file = isJson ? fromJson(bytes, name) : fromCsv(bytes, name);
  if (file.works.length > worksMax)
    throw new Problem(
      'too-large',
      `${name} has ${file.works.length} lines, and a list may have at most ${worksMax}. Add so many works with gafu add.`,
    );
  return file;
}

function fromCsv(bytes: Uint8Array, name: string): WorksFile {
  const { columns, rows, refused } = parseList(bytes, name);
  const taken = workColumnsNamed(columns);
  return {
    works: rows.map(({ line, file, values }) => ({ line, file, cells: cellsIn(values, taken) })),
    refused: refused.map(({ line, reason }) => ({ line, reason })),
    ignoredColumns: columns.filter((name) => name !== '' && !taken.has(name)),
  };
}

function fromJson(bytes: Uint8Array, name: string): WorksFile {
  const entries = parseEntries(new TextDecoder().decode(bytes), name);
  const works: ListedWork[] = [];
  const refused: { line: number; reason: string }[] = [];
  const names = new Set<string>();
  entries.forEach((entry, at) => {
    const line = at + 1;
    const reading = record.safeParse(entry);
    if (!reading.success) return refused.push({ line, reason: 'it is not an object with texts and numbers' });
    const values = Object.fromEntries(
      Object.entries(reading.data).map(([key, value]) => [key, textOf(value)]),
    );
    const taken = workColumnsNamed(Object.keys(values));
    for (const name of Object.keys(values)) if (!taken.has(name)) names.add(name);
    const file = valuesOf(values, taken).file?.trim() ?? '';
    if (file === '') return refused.push({ line, reason: '"file" is missing' });
    return works.push({ line, file, cells: cellsIn(values, taken) });
  });
  return { works, refused, ignoredColumns: [...names] };
}

function parseEntries(text: string, name: string): readonly unknown[] {
  const source = text.replace(/^\uFEFF/, '').trim();
  try {
    if (source.startsWith('[')) return z.array(z.unknown()).parse(JSON.parse(source));
    return source.split('\n').flatMap((line): unknown[] => (line.trim() === '' ? [] : [JSON.parse(line)]));
  } catch (cause) {
    throw new Problem(
      'invalid-request',
      `${name} cannot be read as JSON (${String(cause).slice(0, 120)}). It must be a list of objects, [{ "file": "a.jpg", "title": "…" }], or one such object on each line.`,
    );
  }
}

const scalar = z.union([z.string(), z.number(), z.null()]);
const named = z.union([scalar, z.object({ text: z.string() }), z.object({ name: z.string() })]);
const record = z.record(z.string(), z.union([named, z.array(named)]));

/** A value as a cell has it: several with semicolons. */
function textOf(value: z.output<typeof record>[string]): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('; ');
  if (typeof value === 'object' && value !== null) return 'text' in value ? value.text : value.name;
  return value === null ? '' : String(value);
}

/** What is said of the work, without the file. */
function cellsIn(values: Readonly<Record<string, string>>, taken: ReadonlyMap<string, WorkColumn>): Cells {
  return Object.fromEntries(Object.entries(valuesOf(values, taken)).filter(([column]) => column !== 'file'));
}
