import { z } from 'zod';

/** The first member of a backup: what is in it, and for which schema. */
export const headerName = 'gafu-backup.json';
/** The settings that were set, without secrets, for a person to read. */
export const settingsName = 'settings.env';
/** The last member: the SHA-256 of every other, as `sha256sum --check` reads it. */
export const checksumsName = 'SHA256SUMS';
/** Raised when a backup of this form cannot be read by an older Gafu. */
export const formVersion = 1;

const name = z.string().min(1);

export const headerSchema = z.object({
  form: z.number().int(),
  gafu: z.string(),
  createdAt: z.iso.datetime(),
  /** In the order in which they were applied. */
  migrations: z.array(
    z.object({ name, checksum: z.string(), startedAt: z.string(), finishedAt: z.string() }),
  ),
  /** In the order in which they can be filled. */
  tables: z.array(z.object({ name, columns: z.array(name).min(1), rows: z.number().int() })),
  sequences: z.array(z.object({ name, value: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
  pictures: z.number().int(),
});

export type BackupHeader = z.infer<typeof headerSchema>;
export type BackupTable = BackupHeader['tables'][number];

const tablePart = /^database\/(.+)\/\d+\.copy\.gz$/;
const picture = /^pictures\/(?:[0-9a-f]{2}\/){2}([0-9a-f]{64})$/;

/** The name of a table's `index`-th part, from 1. */
export function tablePartName(table: string, index: number): string {
  return `database/${table}/${String(index).padStart(6, '0')}.copy.gz`;
}

/** The table that a member is a part of; null for every other member. */
export function tableOfMember(member: string): string | null {
  return tablePart.exec(member)?.[1] ?? null;
}

/** The key of the picture that a member holds; null for every other member. */
export function pictureOfMember(member: string): string | null {
  return picture.exec(member)?.[1] ?? null;
}
