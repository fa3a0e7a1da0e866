import { type ById } from '@/app/api/_lib/answer';
import { addressParameters, readParameters, similarParameters } from '@/app/api/_lib/parameters';
import { searchAnswer } from '@/app/api/_lib/search-result';
import { audienceOf } from '@/app/audience-of';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { similarArtworks } from '@/lib/search/search.service';

/** The works nearest to one work. */
const get = endpoint<ById>(async (request, { params }) => {
  const { id } = await params;
  const { as, by, limit } = readParameters(similarParameters, addressParameters(request));
  const result = await similarArtworks(id, by, limit);
  return searchAnswer(request, as, result, audienceOf([id]));
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
