import { z } from 'zod';
import { type Cells, mergeCells } from '@/lib/batch/cells';
import { detailsFromFileName } from '@/lib/batch/file-name-details';
import { type ArtworkDetails } from '@/lib/catalog/artwork';
import { type BatchFile } from '@/lib/catalog/batches.repository';
import { Problem } from '@/lib/platform/problem';
import { columnOfDetail, type WorkColumn, workColumns } from '../folder/work-columns';
import { detailsOfColumns } from '../folder/works-list';

/** What can be said of the work of a file: the columns of a list, but for the file itself. */
export const cellColumns: readonly WorkColumn[] = workColumns.filter((column) => column !== 'file');

export const cellsSchema = z.record(z.string(), z.string());

export function isCellColumn(name: string): name is WorkColumn {
  return cellColumns.some((column) => column === name);
}

type SaidOfFile = Pick<BatchFile, 'path' | 'embedded' | 'listed' | 'typed'>;

/** All that is said of the work of a file: by its name, in it, by the list, and by a curator. */
export function cellsOf({ path, embedded, listed, typed }: SaidOfFile): Cells {
  return mergeCells({
    path: detailsFromFileName(path),
    embedded: cellsSchema.parse(embedded),
    listed: cellsSchema.parse(listed),
    typed: cellsSchema.parse(typed),
  });
}

/** The details that the cells give, or what is wrong in which of them: in the words of the API. */
export function readCells(cells: Cells): { details: ArtworkDetails } | { issues: Cells } {
  try {
    return { details: detailsOfColumns(cells) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const issues = issuesSchema.parse(error.extensions.issues);
    return { issues: Object.fromEntries(issues.map(({ field, message }) => [columnOf(field), message])) };
  }
}

const issuesSchema = z.array(z.object({ field: z.string(), message: z.string() }));

/** The column of a field as a message names it: `artist`, `makers.0`, `heightCm`. */
function columnOf(field: string): WorkColumn {
  const [name = ''] = field.split('.');
  if (isCellColumn(name)) return name;
  const details: Readonly<Record<string, WorkColumn>> = columnOfDetail;
  return details[name] ?? details[`${name}s`] ?? 'title';
}
