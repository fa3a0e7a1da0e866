import { jsonAnswer } from '@/app/api/_lib/answer';
import { addressParameters, readParameters } from '@/app/api/_lib/parameters';
import { suggestionParameters } from '@/app/api/_lib/suggestions.schema';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { database } from '@/lib/catalog/database';
import { rateLimit } from '@/lib/platform/rate-limit';
import { suggestSearches } from '@/lib/search/suggestions/suggest';

/** Ten letters a second are more than anybody types for a minute. */
const limit = rateLimit({
  name: 'suggestions',
  windowSeconds: 60,
  clientMax: 600,
  refusal: ({ clientMax, retryAfterSeconds }) =>
    `At most ${clientMax} suggestions a minute may be asked for. Try again in ${retryAfterSeconds} s.`,
});

/** What a text that is being typed may become. The same letters are not asked for again within a minute. */
const get = endpoint(async (request) => {
  await limit.count();
  const { q } = readParameters(suggestionParameters, addressParameters(request));
  const suggestions = await suggestSearches(await database(), q);
  return jsonAnswer(request, { suggestions }, { headers: { 'Cache-Control': 'public, max-age=60' } });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
