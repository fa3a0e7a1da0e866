import { checkSizeBytes } from '@/lib/images/decoding';
import { readRegularFile } from '@/lib/lists/regular-file';

/** The bytes of a picture that a person named. @throws Problem with one sentence if it cannot be read */
export function readPictureFile(file: string): Promise<Buffer> {
  return readRegularFile(file, { name: file, checkSizeBytes });
}
