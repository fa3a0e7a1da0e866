import { readFile } from 'node:fs/promises';
import sharp from 'sharp';

export interface ContactSheetPicture {
  readonly path: string;
  /** `query` stands apart; hits are framed by whether they are right. */
  readonly role: 'query' | 'right' | 'wrong';
}

const frames = { query: '#222222', right: '#2e7d4f', wrong: '#b3402a' } as const;
const side = 132;
const frame = 4;
const gap = 6;

/** Rows of thumbnails, the query first and then its hits, as one JPEG: right hits framed green, wrong ones red. */
export async function contactSheet(rows: readonly (readonly ContactSheetPicture[])[]): Promise<Buffer> {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const step = side + gap;
  const thumbnails = rows.flatMap((row, y) =>
    row.map(async ({ path, role }, x) => ({
      input: await thumbnail(path, frames[role]),
      left: gap + x * step + (x > 0 ? 2 * gap : 0),
      top: gap + y * step,
    })),
  );
  return sharp({
    create: {
      width: columns * step + 3 * gap,
      height: rows.length * step + gap,
      channels: 3,
      background: '#ffffff',
    },
  })
    .composite(await Promise.all(thumbnails))
    .jpeg({ quality: 80 })
    .toBuffer();
}

async function thumbnail(path: string, background: string): Promise<Buffer> {
  const inner = side - 2 * frame;
  return sharp(await readFile(path))
    .rotate()
    .resize(inner, inner, { fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .extend({ top: frame, bottom: frame, left: frame, right: frame, background })
    .toColourspace('srgb')
    .png()
    .toBuffer();
}
