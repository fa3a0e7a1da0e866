import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { imagePath } from '@/lib/images/image-key';
import { renditionWidths } from '@/lib/images/rendition-widths';

/** Gives every key the renditions of one picture, as links to the same files. */
export async function linkRenditions(folder: string, keys: Iterable<string>, picture: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const files = await Promise.all(
    renditionWidths.map(async (width) => {
      const file = path.join(folder, `.of-all-${width}.webp`);
      writeFileSync(file, await sharp(picture).resize({ width }).webp().toBuffer());
      return [width, file] as const;
    }),
  );
  for (const key of keys)
    for (const [width, file] of files) {
      const link = path.join(folder, imagePath(`${key}-${width}.webp`));
      mkdirSync(path.dirname(link), { recursive: true });
      linkSync(file, link);
    }
}
