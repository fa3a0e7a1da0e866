import { publicPicture } from '@/app/iiif/_lib/public-picture';
import { endpoint, openToAll } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { type PageAddress } from '@/app/page-address';
import { imageServiceUrl } from '@/lib/images/image-service';
import { siteOrigin } from '@/lib/platform/site-origin';

type Context = Pick<PageAddress<{ version: string; key: string }>, 'params'>;

/** The bare address of a picture leads to its description (Image API, 2.2). */
const get = endpoint(async (_request, { params }: Context) => {
  const given = await params;
  const { version, artwork } = await publicPicture(given.version, given.key);
  const location = `${imageServiceUrl(siteOrigin(), version, artwork.image.key)}/info.json`;
  return new Response(null, { status: 303, headers: { ...openToAll, Location: location } });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
