import { randomUUID } from 'node:crypto';
import { type DatabaseClient } from './database';

/** A list of works that a curator has uploaded. */
export interface UploadedList {
  /** As the curator calls the file. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** @returns its id */
export async function saveUploadedList(db: DatabaseClient, { name, bytes }: UploadedList): Promise<string> {
  const { id } = await db.importList.create({ data: { id: randomUUID(), name, bytes } });
  return id;
}

export async function findUploadedList(db: DatabaseClient, id: string): Promise<UploadedList | null> {
  return db.importList.findUnique({ where: { id } });
}
