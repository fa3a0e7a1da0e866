import { jsonAnswer } from '@/app/api/_lib/answer';
import {
  addressParameters,
  readParameters,
  searchParameters,
  uploadParameters,
} from '@/app/api/_lib/parameters';
import { searchResultJson } from '@/app/api/_lib/search-result';
import { endpoint } from '@/app/endpoint';
import { uploadTriesLimit } from '@/lib/ingest/upload-limits';
import { receivePicture } from '@/lib/ingest/receive-picture';
import { receiveQuery } from '@/lib/ingest/receive-query';
import { isUploadRef, parseFilter, parseSearchQuery, searchHref } from '@/lib/search/query';
import { search } from '@/lib/search/search.service';

/** Searches with works of the collection, earlier uploads, or a blend of them. */
export const GET = endpoint(async (request) => {
  const searchParams = addressParameters(request);
  const { limit } = readParameters(searchParameters, searchParams);
  const result = await search(parseSearchQuery(searchParams), { pageSize: limit });
  const audience = result.query.terms.some(({ ref }) => isUploadRef(ref)) ? 'secret' : 'collection';
  return jsonAnswer(request, searchResultJson(result), { audience });
});

/** Searches with the posted picture, and keeps it under an id for as long as uploads are kept. */
export const POST = endpoint(async (request) => {
  const searchParams = addressParameters(request);
  await uploadTriesLimit.count();
  readParameters(uploadParameters, searchParams);
  const { bytes, fields } = await receivePicture(request);
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) searchParams.append(name, String(one));
  const { by, limit } = readParameters(uploadParameters, searchParams);
  const filter = parseFilter(searchParams);
  const upload = await receiveQuery(bytes);
  const query = { terms: [{ kind: by, ref: upload.id, weight: 1 }], filter, page: 1 };
  const result = await search(query, { pageSize: limit });
  const url = searchHref(query);
  const body = {
    upload: { id: upload.id, url, expiresAt: upload.expiresAt.toISOString() },
    ...searchResultJson(result),
  };
  return jsonAnswer(request, body, {
    status: 201,
    audience: 'secret',
    headers: { Location: url },
  });
});
