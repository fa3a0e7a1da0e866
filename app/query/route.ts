import { receivePicture } from '@/lib/ingest/receive-picture';
import { receiveQuery } from '@/lib/ingest/receive-query';
import { uploadLimit } from '@/lib/ingest/upload-limit';
import { clientAddress } from '@/lib/platform/rate-limit';
import { parseSearchQuery, searchHref } from '@/lib/search/query';
import { embeddingKinds } from '@/lib/vision/embedding';
import { answerForm } from '../form-answer';

/**
 * A visitor's picture: looked at now, then on to its results. `with` (a search's parameters) and `as` (style or
 * content) blend it into that search.
 */
export function POST(request: Request) {
  return answerForm(request, { page: '/' }, async () => {
    await uploadLimit.count(clientAddress(request));
    const { bytes, fields } = await receivePicture(request);
    const { terms } = parseSearchQuery(new URLSearchParams(String(fields.with ?? '')));
    const kind = embeddingKinds.find((known) => known === fields.as) ?? 'style';
    const { id } = await receiveQuery(bytes);
    const weight = 1 / (terms.length + 1);
    const shared = terms.map((term) => ({ ...term, weight: round(term.weight * (1 - weight)) }));
    const added = { kind, ref: id, weight: round(weight) };
    return searchHref({ terms: [...shared, added], filter: {}, page: 1 });
  });
}

/** To the steps that an address can hold. */
function round(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}

/** Someone reloaded or bookmarked the address of the form's answer: the form is at home. */
export function GET() {
  return new Response(null, { status: 303, headers: { location: '/' } });
}
