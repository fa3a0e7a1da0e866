/** What a request is made for: decides what is asked for, and what may come back. */
export type BodyType = 'json' | 'xml' | 'csv' | 'picture';

export const acceptHeaders: Readonly<Record<BodyType, string>> = {
  json: 'application/ld+json, application/json;q=0.9, */*;q=0.1',
  xml: 'application/xml, text/xml;q=0.9, */*;q=0.1',
  csv: 'text/csv, text/plain;q=0.9, */*;q=0.1',
  picture: 'image/jpeg, image/webp;q=0.9, image/png;q=0.9, image/*;q=0.8',
};

export const bodyNames: Readonly<Record<BodyType, string>> = {
  json: 'JSON',
  xml: 'XML',
  csv: 'a CSV table',
  picture: 'a picture',
};

const htmlStart =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|title|meta)\b/i;

/**
 * Whether a body is a web page, whatever its header says: what robot checks, error pages and sign-in pages of
 * networks send with status 200 in place of what was asked for.
 *
 * @param start the first bytes, 1,024 are enough
 */
export function isWebPage(contentType: string | null, start: Uint8Array): boolean {
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? '')) return true;
  return htmlStart.test(Buffer.from(start.subarray(0, 1024)).toString('latin1').replace(/^ï»¿/, ''));
}

/** What a content type says that it cannot be, if it says anything definite. */
export function isOtherType(wanted: BodyType, contentType: string | null): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === '' || type === 'application/octet-stream' || type === 'binary/octet-stream') return false;
  const isPicture = type.startsWith('image/');
  const isMedia =
    /^(?:audio|video|font)\//.test(type) || type === 'application/pdf' || type === 'application/zip';
  return wanted === 'picture' ? !isPicture : isPicture || isMedia;
}
