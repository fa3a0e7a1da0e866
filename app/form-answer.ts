import { cookies } from 'next/headers';
import { inLanguageOfSender } from '@/i18n/locale-address';
import { requireSameOrigin } from '@/lib/auth/same-origin';
import { type SignedIn } from '@/lib/auth/session';
import { requireAccess } from '@/lib/operations/guard';
import { asEnvironmentProblem } from '@/lib/platform/environment-error';
import { Problem } from '@/lib/platform/problem';
import { serverTiming } from '@/lib/platform/stage';
import { problemResponse } from './endpoint';
import { localProblemDetails } from './problem-words';
import { refusedFormCookie } from './refused-form';

interface FormPage {
  /** The path of the page that holds the form; it calls `readRefusedForm` and shows the reason. */
  readonly page: string;
  /** What that page's address needs besides its path, with its `?`; once it is known. */
  readonly query?: () => string;
  /** What was typed so far, once it is known. Never passwords. */
  readonly fields?: () => Readonly<Record<string, string>>;
}

interface NextPage {
  readonly href: string;
  /** `Set-Cookie` lines. */
  readonly cookies: readonly string[];
}

/**
 * Answers a form by 303: to where `receive` says, or back to the form's page, which shows the reason and what was
 * typed. A client that accepts JSON gets 201 with `{ href }`, or problem details (RFC 9457) with their status.
 * Forms from other sites and people without the role that lib/operations/routes.ts declares are refused first.
 * @param receive returns where to go on, or a file to download
 * @throws an error that is no {@link Problem}, unless the client accepts JSON
 */
export async function answerForm(
  request: Request,
  { page, query, fields }: FormPage,
  receive: (signedIn: SignedIn | null) => Promise<string | NextPage | Response>,
): Promise<Response> {
  const acceptsJson = request.headers.get('accept')?.includes('application/json') === true;
  try {
    requireSameOrigin(request);
    const next = await receive(await requireAccess(request, cookies));
    if (next instanceof Response) return next;
    const { href: to, cookies: set } = typeof next === 'string' ? { href: next, cookies: [] } : next;
    const href = inLanguageOfSender(request, to);
    const headers = new Headers({ location: href, ...serverTiming() });
    for (const cookie of set) headers.append('set-cookie', cookie);
    return acceptsJson
      ? Response.json({ href }, { status: 201, headers })
      : new Response(null, { status: 303, headers });
  } catch (thrown) {
    const error = asEnvironmentProblem(thrown);
    if (acceptsJson) return problemResponse(error, request);
    if (!(error instanceof Problem)) throw error;
    const { title, detail } = (await localProblemDetails(error, request)).body;
    const cookie = refusedFormCookie(page, { title, detail, fields: fields?.() ?? {} });
    const location = inLanguageOfSender(request, `${page}${query?.() ?? ''}`);
    return new Response(null, { status: 303, headers: { location, 'set-cookie': cookie } });
  }
}

/** As {@link answerForm}, for a route that lib/operations/routes.ts declares for a role. */
export function answerCuratorForm(
  request: Request,
  page: FormPage,
  receive: (signedIn: SignedIn) => Promise<string | NextPage>,
): Promise<Response> {
  return answerForm(request, page, (signedIn) => {
    if (signedIn === null) throw new Error(`lib/operations/routes.ts declares ${request.url} for everyone.`);
    return receive(signedIn);
  });
}
