import { cookies } from 'next/headers';
import { type Audience } from '@/lib/platform/cache-control';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { findSignedIn } from '@/lib/auth/session';
import { database } from '@/lib/catalog/database';
import { pictureUse } from '@/lib/catalog/images.repository';
import { renditionAnswer } from '@/lib/images/rendition-answer';
import { parseRenditionUrl } from '@/lib/images/rendition-url';
import { type PageAddress } from '../../../page-address';

type Context = Pick<PageAddress<{ key: string; file: string }>, 'params'>;

/**
 * A rendition: `/images/<key>/<width>.webp`.
 * server/public-pictures.ts answers first for the pictures that everybody may see.
 */
const get = endpoint(async (request, { params }: Context) => {
  const named = await params;
  const address = parseRenditionUrl(`/images/${named.key}/${named.file}`);
  if (address === null) return notFound();
  const audience = await audienceOfPicture(address.key);
  if (audience === null) return notFound();
  const found = await renditionAnswer(request, address, audience);
  return found ?? notFound();
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });

/** Null if this visitor may not see the picture, or nothing uses it. */
async function audienceOfPicture(key: string): Promise<Audience | null> {
  switch (await pictureUse(await database(), key)) {
    case 'public-work':
      return 'collection';
    case 'upload':
      return 'secret';
    case 'hidden-work':
      return (await findSignedIn(await cookies())) === null ? null : 'secret';
    case null:
      return null;
  }
}

function notFound() {
  return new Response('There is no such picture.\n', {
    status: 404,
    headers: { 'cache-control': 'no-store' },
  });
}
