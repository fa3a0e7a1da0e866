import { requireSameOrigin } from '@/lib/auth/same-origin';
import { toldOfDatabase } from '@/lib/catalog/database-outage';
import { Problem } from '@/lib/platform/problem';
import { problemDetails } from '@/lib/platform/problem-details';
import { serverTiming } from '@/lib/platform/stage';
import { respondWithPage } from './respond-with-page';

interface RefusedForm {
  /** The page that holds the form: shown again with the reason when the form was sent without client JavaScript. */
  readonly page: string;
  /** What was typed so far, once it is known. */
  readonly fields?: () => Readonly<Record<string, string>>;
}

/**
 * Answers a form: 303 to where `receive` says, or the form's page again with the reason and a status of 4xx.
 * A client that accepts JSON gets 201 with `{ href }`, or problem details (RFC 9457).
 * @param receive returns where to go on
 */
export async function answerForm(
  request: Request,
  { page, fields }: RefusedForm,
  receive: () => Promise<string>,
): Promise<Response> {
  const json = request.headers.get('accept')?.includes('application/json') === true;
  try {
    requireSameOrigin(request);
    const href = await receive();
    const headers = { location: href, ...serverTiming() };
    return json
      ? Response.json({ href }, { status: 201, headers })
      : new Response(null, { status: 303, headers });
  } catch (caught) {
    const error = toldOfDatabase(caught);
    if (!(error instanceof Problem) && !json) throw error;
    const { status, body } = problemDetails(error, new URL(request.url).pathname);
    const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
    if (json || !(error instanceof Problem)) return new Response(JSON.stringify(body), { status, headers });
    const notice = { title: body.title, detail: body.detail, fields: fields?.() ?? {} };
    return respondWithPage(request, page, status, notice);
  }
}
