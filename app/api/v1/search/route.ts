import { jsonAnswer } from '@/app/api/_lib/answer';
import {
  addressParameters,
  readParameters,
  searchParameters,
  uploadParameters,
} from '@/app/api/_lib/parameters';
import { searchAnswer, searchResultJson } from '@/app/api/_lib/search-result';
import { audienceOf } from '@/app/audience-of';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { uploadTriesLimit } from '@/lib/ingest/upload-limits';
import { receivePicture } from '@/lib/ingest/receive-picture';
import { receiveQuery } from '@/lib/ingest/receive-query';
import { parseSearchQuery, searchHref } from '@/lib/search/query';
import { parseFilter } from '@/lib/search/question/filter';
import { search } from '@/lib/search/search.service';

/** Searches with works of the collection, earlier uploads, or a blend of them. */
const get = endpoint(async (request) => {
  const searchParams = addressParameters(request);
  const { as, limit } = readParameters(searchParameters, searchParams);
  const result = await search(parseSearchQuery(searchParams), { pageSize: limit });
  const audience = audienceOf(result.query.terms.map(({ ref }) => ref));
  return searchAnswer(request, as, result, audience);
});

/** Searches with the posted picture, and keeps it under an id for as long as uploads are kept. */
const post = endpoint(async (request) => {
  const searchParams = addressParameters(request);
  await uploadTriesLimit.count();
  readParameters(uploadParameters, searchParams);
  const { bytes, values } = await receivePicture(request);
  // Sent in both ways, a parameter is what the body says.
  for (const [name, all] of Object.entries(values)) {
    searchParams.delete(name);
    for (const value of all) searchParams.append(name, String(value));
  }
  const { by, limit } = readParameters(uploadParameters, searchParams);
  const filter = parseFilter(searchParams);
  const upload = await receiveQuery(bytes);
  const queryWith = (ref: string) => ({ terms: [{ kind: by, ref, weight: 1 }], filter, page: 1 });
  const query = queryWith(upload.id);
  const result = await search(query, { pageSize: limit });
  const url = searchHref(query);
  const { photographId } = upload;
  const body = {
    upload: {
      id: upload.id,
      url,
      expiresAt: upload.expiresAt.toISOString(),
      photograph: photographId && { id: photographId, url: searchHref(queryWith(photographId)) },
    },
    ...searchResultJson(result),
  };
  return jsonAnswer(request, body, {
    status: 201,
    audience: 'secret',
    headers: { Location: url },
  });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get, POST: post });
