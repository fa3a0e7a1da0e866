import { type ById, forTokens, jsonAnswer } from '@/app/api/_lib/answer';
import { artworkJson } from '@/app/api/_lib/artwork';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { showsScope } from '@/lib/auth/guard';
import { findArtwork, findPublicArtwork } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { timed } from '@/lib/platform/stage';

/** One work; for a token with the scope works:read also one that is not public. */
const get = endpoint<ById>(async (request, { params }) => {
  const { id } = await params;
  const seesAll = await showsScope(request.headers.get('authorization'), 'works:read');
  const find = seesAll ? findArtwork : findPublicArtwork;
  const artwork = await timed('catalog', async () => find(await database(), id));
  if (artwork === null || artwork.deletedAt !== null)
    throw new Problem('not-found', `There is no work "${id}" in the collection.`, { id });
  return jsonAnswer(request, artworkJson(artwork), seesAll ? forTokens : {});
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
