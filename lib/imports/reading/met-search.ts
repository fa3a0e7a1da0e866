import { z } from 'zod';
import { type ImportChoice } from '../source';
import { type SourceClient } from '../source-client';
import { noSuch } from './no-such';

export const metApi = 'https://collectionapi.metmuseum.org/public/collection/v1';

const departments = z.object({
  departments: z.array(z.object({ departmentId: z.number(), displayName: z.string() })),
});

/** Where The Met lists the ids of what is asked for. */
export async function metListAddress(choice: ImportChoice, client: SourceClient): Promise<string> {
  const { query, department, type } = choice;
  const departmentId = department === undefined ? null : await departmentIdOf(department, client);
  // A search needs words; without any, the list of a department or of everything is asked for.
  if (query === undefined && type === undefined)
    return departmentId === null ? `${metApi}/objects` : `${metApi}/objects?departmentIds=${departmentId}`;
  const parameters = new URLSearchParams({ hasImages: 'true' });
  if (departmentId !== null) parameters.set('departmentId', departmentId);
  if (type !== undefined) parameters.set('medium', type);
  parameters.set('q', query ?? type ?? '');
  return `${metApi}/search?${parameters}`;
}

async function departmentIdOf(department: string, client: SourceClient): Promise<string> {
  if (/^\d+$/.test(department)) return department;
  const { departments: all } = await client.json(`${metApi}/departments`, departments);
  const isAsked = (name: string) => name.toLowerCase() === department.toLowerCase();
  const known = all.find(({ displayName }) => isAsked(displayName));
  if (known !== undefined) return String(known.departmentId);
  throw noSuch(
    'department',
    department,
    all.map(({ displayName }) => displayName),
  );
}
