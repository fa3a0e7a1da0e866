import { type DatabaseClient } from './database';

/** The id of the work that was added from this file, or null. @param path absolute */
export async function findArtworkIdBySource(db: DatabaseClient, path: string): Promise<string | null> {
  const row = await db.sourceFile.findUnique({ where: { path } });
  return row?.artworkId ?? null;
}

/** Notes that this file is a work's. Nothing happens if the work is gone. @param path absolute */
export async function saveSourceFile(db: DatabaseClient, path: string, artworkId: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO source_files (path, artwork_id) SELECT ${path}, id FROM artworks WHERE id = ${artworkId}
    ON CONFLICT (path) DO UPDATE SET artwork_id = excluded.artwork_id`;
}
