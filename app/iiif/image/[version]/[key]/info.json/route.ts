import { jsonAnswer } from '@/app/api/_lib/answer';
import { publicPicture } from '@/app/iiif/_lib/public-picture';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { type PageAddress } from '@/app/page-address';
import { complianceLevel, imageInfo, infoMediaType } from '@/lib/iiif/image-info';
import { imageServiceUrl } from '@/lib/images/image-service';
import { siteOrigin } from '@/lib/platform/site-origin';
import { rightsUri } from '@/lib/rights/rights';

type Context = Pick<PageAddress<{ version: string; key: string }>, 'params'>;

/** What the image service can do with a picture (Image API, 5). */
const get = endpoint(async (request, { params }: Context) => {
  const given = await params;
  const { version, artwork } = await publicPicture(given.version, given.key);
  const { image, rightsUrl } = artwork;
  const info = imageInfo(version, imageServiceUrl(siteOrigin(), version, image.key), image);
  const acceptsLinkedData = request.headers.get('accept')?.includes('application/ld+json') === true;
  return jsonAnswer(request, version === 3 && rightsUrl ? { ...info, rights: rightsUri(rightsUrl) } : info, {
    headers: {
      ...(acceptsLinkedData && { 'Content-Type': infoMediaType(version) }),
      Link: `<${complianceLevel(version)}>;rel="profile"`,
      Vary: 'Accept',
    },
  });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
