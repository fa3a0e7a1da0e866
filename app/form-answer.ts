import { requireSameOrigin } from '@/lib/auth/same-origin';
import { asEnvironmentProblem } from '@/lib/platform/environment-error';
import { Problem } from '@/lib/platform/problem';
import { problemDetails } from '@/lib/platform/problem-details';
import { serverTiming } from '@/lib/platform/stage';
import { problemResponse } from './endpoint';
import { refusedFormCookie } from './refused-form';

interface FormPage {
  /** The path of the page that holds the form; it calls `readRefusedForm` and shows the reason. */
  readonly page: string;
  /** What was typed so far, once it is known. */
  readonly fields?: () => Readonly<Record<string, string>>;
}

/**
 * Answers a form by 303: to where `receive` says, or back to the form's page, which shows the reason and what was
 * typed. A client that accepts JSON gets 201 with `{ href }`, or problem details (RFC 9457) with their status.
 * @param receive returns where to go on
 * @throws an error that is no {@link Problem}, unless the client accepts JSON
 */
export async function answerForm(
  request: Request,
  { page, fields }: FormPage,
  receive: () => Promise<string>,
): Promise<Response> {
  const acceptsJson = request.headers.get('accept')?.includes('application/json') === true;
  const { pathname } = new URL(request.url);
  try {
    requireSameOrigin(request);
    const href = await receive();
    const headers = { location: href, ...serverTiming() };
    return acceptsJson
      ? Response.json({ href }, { status: 201, headers })
      : new Response(null, { status: 303, headers });
  } catch (thrown) {
    const error = asEnvironmentProblem(thrown);
    if (acceptsJson) return problemResponse(error, pathname);
    if (!(error instanceof Problem)) throw error;
    const { title, detail } = problemDetails(error, pathname).body;
    const cookie = refusedFormCookie(page, { title, detail, fields: fields?.() ?? {} });
    return new Response(null, { status: 303, headers: { location: page, 'set-cookie': cookie } });
  }
}
