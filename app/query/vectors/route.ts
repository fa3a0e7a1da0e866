import { receiveJson } from '@/lib/ingest/receive-json';
import { keptVectorsBytesMax, keptVectorsSchema, receiveVectors } from '@/lib/ingest/receive-vectors';
import { uploadTriesLimit } from '@/lib/ingest/upload-limits';
import { readBlended, withPicture } from '@/lib/search/add-picture';
import { searchHref } from '@/lib/search/query';
import { answerForm } from '../../form-answer';
import { methods } from '../../methods';

/** Vectors that a visitor's device computed from a picture, as JSON: kept, then redirected to the results, like /query. */
function searchByVectors(request: Request) {
  return answerForm(request, { page: '/' }, async () => {
    await uploadTriesLimit.count();
    const sent = await receiveJson(request, keptVectorsSchema, keptVectorsBytesMax);
    const blended = readBlended(sent);
    const { id } = await receiveVectors(sent);
    return searchHref(withPicture(blended, id));
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods(
  { POST: searchByVectors },
  { isOpen: false },
);
