import { textAnswer } from '@/app/api/_lib/answer';
import { artworkWords } from '@/app/artwork-words';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { describeWork } from '@/components/works/describe-work';
import { database } from '@/lib/catalog/database';
import { OaiError } from '@/lib/harvest/oai-error';
import { answerOai } from '@/lib/harvest/oai-repository';
import { type OaiRequest, parseOaiRequest } from '@/lib/harvest/oai-request';
import { oaiResponse } from '@/lib/harvest/oai-response';
import { readBody } from '@/lib/ingest/request-body';
import { settings } from '@/lib/platform/settings';
import { siteOrigin } from '@/lib/platform/site-origin';
import { timed } from '@/lib/platform/stage';

const bodyBytesMax = 10_000;

/** The collection for harvesters: OAI-PMH 2.0. */
const get = endpoint((request) => answer(request, new URL(request.url).searchParams));

/** The same, with the arguments in the body (OAI-PMH 2.0, 3.1.1). */
const post = endpoint(async (request) => {
  const body = await readBody(request, bodyBytesMax);
  return answer(request, new URLSearchParams(body.toString('utf8')));
});

async function answer(request: Request, params: URLSearchParams): Promise<Response> {
  const origin = siteOrigin();
  let asked: OaiRequest | null = null;
  const respond = (content: Parameters<typeof oaiResponse>[2]) =>
    textAnswer(request, oaiResponse(`${origin}/oai`, asked, content), {
      headers: { 'Content-Type': 'text/xml; charset=utf-8' },
    });
  try {
    asked = parseOaiRequest(params);
    const t = await artworkWords();
    const repository = {
      db: await database(),
      origin,
      adminEmail: adminEmail(origin),
      describe: (artwork: Parameters<typeof describeWork>[1]) => describeWork(t, artwork),
    };
    const read = asked;
    return await respond(await timed('catalog', () => answerOai(repository, read)));
  } catch (error) {
    if (!(error instanceof OaiError)) throw error;
    return await respond(error);
  }
}

/** GAFU_CONTACT if it is an e-mail address; the protocol requires one. */
function adminEmail(origin: string): string {
  const { contact } = settings();
  return contact?.includes('@') ? contact : `webmaster@${new URL(origin).hostname}`;
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get, POST: post });
