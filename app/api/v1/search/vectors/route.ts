import { jsonAnswer } from '@/app/api/_lib/answer';
import { vectorResultJson } from '@/app/api/_lib/search-result';
import { vectorsBody, vectorsBytesMax } from '@/app/api/_lib/vectors.schema';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { receiveJson } from '@/lib/ingest/receive-json';
import { vectorsLimit } from '@/lib/ingest/upload-limits';
import { searchByVectors } from '@/lib/search/search-by-vectors';

/** Searches with vectors that the client computed. Nothing is kept. */
const post = endpoint(async (request) => {
  await vectorsLimit.count();
  const { terms, limit } = await receiveJson(request, vectorsBody, vectorsBytesMax);
  const result = await searchByVectors(terms, limit);
  return jsonAnswer(request, vectorResultJson(result), { audience: 'secret' });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: post });
