import { cacheControl } from '@/lib/platform/cache-control';
import { conditionalResponse } from '@/lib/platform/conditional-response';
import { endpoint, openToAll } from '@/app/endpoint';
import { publicPicture } from '@/app/iiif/_lib/public-picture';
import { methods } from '@/app/methods';
import { type PageAddress } from '@/app/page-address';
import { complianceLevel } from '@/lib/iiif/image-info';
import { canonicalPath, parseImageRequest } from '@/lib/iiif/image-request';
import { imageServiceUrl } from '@/lib/images/image-service';
import { imageMediaTypes, renderImage } from '@/lib/iiif/render-image';
import { Problem } from '@/lib/platform/problem';
import { siteOrigin } from '@/lib/platform/site-origin';

type Parameter = 'version' | 'key' | 'region' | 'size' | 'rotation' | 'file';
type Context = Pick<PageAddress<Record<Parameter, string>>, 'params'>;

/** A picture or a part of it (Image API, 4). Its bytes follow from its address, so it may be kept for ever. */
const get = endpoint(async (request, { params }: Context) => {
  const given = await params;
  const { version, artwork } = await publicPicture(given.version, given.key);
  const { key, width, height } = artwork.image;
  const picture = { width, height };
  const asked = parseImageRequest(version, decoded(given), picture);
  const canonical = canonicalPath(version, asked, picture);
  const service = imageServiceUrl(siteOrigin(), version, key);
  const answer = await conditionalResponse(request, {
    etag: `"${key.slice(0, 16)}-${canonical.replaceAll('/', '-')}"`,
    headers: {
      ...openToAll,
      'Content-Type': imageMediaTypes[asked.format],
      'Cache-Control': cacheControl('collection', 'picture'),
      Link: `<${service}/${canonical}>;rel="canonical", <${complianceLevel(version)}>;rel="profile"`,
    },
    body: async () => {
      const bytes = await renderImage(key, asked, canonicalPath(3, asked, picture));
      return bytes === null ? null : new Uint8Array(bytes);
    },
  });
  if (answer === null) throw new Problem('not-found', 'The file of this picture is missing.');
  return answer;
});

function decoded(given: Record<Parameter, string>): Record<Parameter, string> {
  try {
    const pairs = Object.entries(given).map(([name, text]) => [name, decodeURIComponent(text)] as const);
    return Object.fromEntries(pairs) as Record<Parameter, string>;
  } catch {
    throw new Problem('invalid-request', 'The address has a percent sign that begins no escape.');
  }
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
