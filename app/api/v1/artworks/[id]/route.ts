import { type ById, forTokens, jsonAnswer, negotiated, textAnswer } from '@/app/api/_lib/answer';
import { artworkJson } from '@/app/api/_lib/artwork';
import {
  addressParameters,
  readParameters,
  workParameters,
  workRepresentations,
} from '@/app/api/_lib/parameters';
import { representationFor } from '@/app/api/_lib/representation';
import { writtenAs } from '@/app/api/_lib/written-work';
import { artworkWords } from '@/app/artwork-words';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { describeWork } from '@/components/works/describe-work';
import { showsScope } from '@/lib/auth/guard';
import { findArtwork } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { findPublicArtwork } from '@/lib/catalog/public-artwork.repository';
import { Problem } from '@/lib/platform/problem';
import { siteOrigin } from '@/lib/platform/site-origin';
import { timed } from '@/lib/platform/stage';

/** One work; for a token with the scope works:read also one that is not public. */
const get = endpoint<ById>(async (request, { params }) => {
  const { id } = await params;
  const { as } = readParameters(workParameters, addressParameters(request));
  const seesAll = await showsScope(request.headers.get('authorization'), 'works:read');
  const find = seesAll ? findArtwork : findPublicArtwork;
  const artwork = await timed('catalog', async () => find(await database(), id));
  if (artwork === null || artwork.deletedAt !== null)
    throw new Problem('not-found', `There is no work "${id}" in the collection.`, { id });
  const representation = representationFor(request, as, workRepresentations);
  const options = negotiated(seesAll ? forTokens : {}, representation);
  if (representation === 'json') return jsonAnswer(request, artworkJson(artwork), options);
  const work = describeWork(await artworkWords(), artwork);
  return textAnswer(request, writtenAs(representation, work, siteOrigin()), options);
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
