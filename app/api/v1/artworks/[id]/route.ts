import { type ById, jsonAnswer } from '@/app/api/_lib/answer';
import { artworkJson } from '@/app/api/_lib/artwork';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { findPublicArtwork } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { timed } from '@/lib/platform/stage';

/** One work. */
const get = endpoint<ById>(async (request, { params }) => {
  const { id } = await params;
  const artwork = await timed('catalog', async () => findPublicArtwork(await database(), id));
  if (artwork === null) throw new Problem('not-found', `There is no work "${id}" in the collection.`, { id });
  return jsonAnswer(request, artworkJson(artwork));
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
