import { receivePicture } from '@/lib/ingest/receive-picture';
import { receiveQuery } from '@/lib/ingest/receive-query';
import { uploadTriesLimit } from '@/lib/ingest/upload-limits';
import { readBlended, withPicture } from '@/lib/search/add-picture';
import { searchHref } from '@/lib/search/query';
import { answerForm } from '../form-answer';

/**
 * A visitor's picture: embedded now, then redirected to its results. `with` (a search's parameters) and `as` (style or
 * content) blend it into that search.
 */
export function POST(request: Request) {
  return answerForm(request, { page: '/' }, async () => {
    await uploadTriesLimit.count();
    const { bytes, fields } = await receivePicture(request);
    const blended = readBlended(fields);
    const { id } = await receiveQuery(bytes);
    return searchHref(withPicture(blended, id));
  });
}

/** For people who reload or bookmark the form's address: the form is on the home page. */
export function GET() {
  return new Response(null, { status: 303, headers: { location: '/' } });
}
