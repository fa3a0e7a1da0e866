/**
 * The address of a picture's image service (IIIF Image API), without a trailing slash.
 * @param origin of this site, without a slash; empty for a path
 * @param version of the API
 */
export function imageServiceUrl(origin: string, version: 2 | 3, key: string): string {
  return `${origin}/iiif/image/${version}/${key}`;
}

/** The path of the description of a picture's image service, which viewers open. */
export function imageInfoPath(key: string): string {
  return `${imageServiceUrl('', 3, key)}/info.json`;
}
