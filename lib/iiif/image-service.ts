import { type ImageApiVersion } from './image-request';

/** The address of a picture's image service, without a trailing slash. */
export function imageServiceUrl(origin: string, version: ImageApiVersion, key: string): string {
  return `${origin}/iiif/image/${version}/${key}`;
}
