import { receiveJson } from '@/lib/ingest/receive-json';
import { keptVectorsBytesMax, keptVectorsSchema, receiveVectors } from '@/lib/ingest/receive-vectors';
import { uploadLimit } from '@/lib/ingest/upload-limit';
import { clientAddress } from '@/lib/platform/rate-limit';
import { readBlended, withPicture } from '@/lib/search/add-picture';
import { searchHref } from '@/lib/search/query';
import { answerForm } from '../../form-answer';

/** Vectors that a visitor's device computed from a picture, as JSON: kept, then redirected to the results, like /query. */
export function POST(request: Request) {
  return answerForm(request, { page: '/' }, async () => {
    await uploadLimit.count(clientAddress(request));
    const sent = await receiveJson(request, keptVectorsSchema, keptVectorsBytesMax);
    const blended = readBlended(sent);
    const { id } = await receiveVectors(sent);
    return searchHref(withPicture(blended, id));
  });
}
