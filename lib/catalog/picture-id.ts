/** Source of a regular expression, to be anchored. */
export const pictureIdPattern = '[0-9A-Za-z][0-9A-Za-z_-]{0,63}';

const pattern = new RegExp(`^${pictureIdPattern}$`);

/**
 * Whether a text can be the id of a work or of an uploaded picture at all. What comes in an address is checked before
 * it reaches Postgres, which refuses some characters that an address can hold.
 */
export function isPictureId(text: string): boolean {
  return pattern.test(text);
}
