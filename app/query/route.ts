import { receivePictureOrAddress } from '@/lib/ingest/receive-picture';
import { receiveQuery } from '@/lib/ingest/receive-query';
import { uploadTriesLimit } from '@/lib/ingest/upload-limits';
import { readBlended, withPicture } from '@/lib/search/add-picture';
import { searchHref } from '@/lib/search/query';
import { answerForm } from '../form-answer';
import { methods } from '../methods';

/**
 * A visitor's picture, or the address of one: embedded now, then redirected to its results. `with` (a search's parameters) and `as` (style or
 * content) blend it into that search.
 */
function searchByPicture(request: Request) {
  return answerForm(request, { page: '/' }, async () => {
    await uploadTriesLimit.count();
    const { bytes, fields } = await receivePictureOrAddress(request);
    const blended = readBlended(fields);
    const { id } = await receiveQuery(bytes);
    return searchHref(withPicture(blended, id));
  });
}

/** For people who reload or bookmark the form's address: the form is on the home page. */
function showForm() {
  return new Response(null, { status: 303, headers: { location: '/' } });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods(
  { GET: showForm, POST: searchByPicture },
  { isOpen: false },
);
