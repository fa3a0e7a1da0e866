import { database } from '@/lib/catalog/database';
import { findUploadedList } from '@/lib/catalog/import-lists.repository';
import { type List, parseList, readList } from '@/lib/lists/list';
import { Problem } from '@/lib/platform/problem';

const uploaded = /^uploaded:([\w-]+)$/;

/** How a choice names a list that a curator has uploaded. */
export function uploadedAddress(id: string): string {
  return `uploaded:${id}`;
}

/** Whether it names an uploaded list, and not a file of this machine. */
export function isUploadedAddress(address: string | undefined): boolean {
  return uploaded.test(address ?? '');
}

/** A list that a curator has uploaded, or the path of one on this machine. @throws Problem as {@link readList} */
export async function readGivenList(address: string): Promise<List> {
  const id = uploaded.exec(address)?.[1];
  if (id === undefined) return readList(address);
  const list = await findUploadedList(await database(), id);
  if (list === null) throw new Problem('not-found', 'This list is not here any more. Upload it again.');
  return parseList(list.bytes, list.name);
}
