const keyPattern = /^[0-9a-f]{64}(-[0-9]+\.webp)?$/;

/** A part of a file that is arriving: where it begins, and its length. */
const partPattern = /^[0-9a-f]{64}-[0-9]+-[0-9]+\.part$/;

/** Whether a text is a picture's key at all: what comes from a URL is asked this before it gets near a store. */
export function isImageKey(text: string): boolean {
  return keyPattern.test(text);
}

/**
 * Where a store keeps a key: `ab/cd/abcd…`, so that no folder grows past a few thousand entries. The same in every
 * store, so that a folder can be copied to a bucket, and back, as it is.
 * @throws Error when the text is no key
 */
export function imagePath(key: string): string {
  if (!isImageKey(key) && !partPattern.test(key))
    throw new Error(`not an image key: ${JSON.stringify(key.slice(0, 100))}`);
  return `${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`;
}
