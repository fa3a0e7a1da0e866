import { namesAnyEntity, namesEntityTag } from './entity-tag';
import { serverTiming } from './stage';

interface Representation {
  /** With its quotes. */
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null if it does not exist after all. Not called if the client is known to have it. */
  readonly body: () => Promise<BodyInit | null> | BodyInit | null;
}

/**
 * 200 with the body, or 304 without it for a client that has this representation already (`If-None-Match`).
 * @returns null if there is no body
 */
export async function conditionalResponse(
  request: { readonly headers: Pick<Headers, 'get'> },
  { etag, headers, body }: Representation,
): Promise<Response | null> {
  const ifNoneMatch = request.headers.get('if-none-match');
  const notModified = () => {
    const kept = new Headers({ ...headers, ...serverTiming(), ETag: etag });
    for (const name of ['content-type', 'content-length']) kept.delete(name);
    return new Response(null, { status: 304, headers: kept });
  };
  if (namesEntityTag(ifNoneMatch, etag)) return notModified();
  const bytes = await body();
  if (bytes === null) return null;
  if (namesAnyEntity(ifNoneMatch)) return notModified();
  return new Response(bytes, { headers: { ...headers, ...serverTiming(), ETag: etag } });
}
