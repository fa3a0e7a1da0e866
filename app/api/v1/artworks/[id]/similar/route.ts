import { type ById, jsonAnswer } from '@/app/api/_lib/answer';
import { addressParameters, readParameters, similarParameters } from '@/app/api/_lib/parameters';
import { searchResultJson } from '@/app/api/_lib/search-result';
import { endpoint } from '@/app/endpoint';
import { similarArtworks } from '@/lib/search/search.service';

/** The works nearest to one work. */
export const GET = endpoint<ById>(async (request, { params }) => {
  const { id } = await params;
  const { by, limit } = readParameters(similarParameters, addressParameters(request));
  const result = await similarArtworks(id, by, limit);
  return jsonAnswer(request, searchResultJson(result));
});
