import { pictureLimits } from '@/lib/images/picture-limits';
import { FetchProblem } from '@/lib/platform/fetch/fetch-problem';
import { visitorsClient } from '@/lib/platform/fetch/visitors-client';
import { type WebClient } from '@/lib/platform/fetch/web-client';
import { Problem } from '@/lib/platform/problem';
import { currentAsker } from '@/lib/platform/request-context';
import { timed } from '@/lib/platform/stage';

/** A visitor waits for it. */
const msMax = 20_000;

/**
 * The bytes of a picture at an address that a visitor names; they are untrusted.
 * @param client for tests
 * @throws FetchProblem, or Problem `invalid-request` for an address that is not a public one
 */
export async function pictureAt(
  address: string,
  client: Pick<WebClient, 'get'> = visitorsClient(),
): Promise<Buffer> {
  const signal = currentAsker().closed ?? undefined;
  const { bytesMax } = pictureLimits();
  const answer = await timed('receive', () =>
    client.get(address, { type: 'picture', bytesMax, msMax, signal }),
  ).catch(withoutReason);
  if (answer.kind === 'unchanged') throw new Error('A picture was asked for without validators.');
  return answer.bytes;
}

/** Why an address is refused says something about the site's own network. */
function withoutReason(error: unknown): never {
  if (error instanceof FetchProblem && error.fault === 'address-refused')
    throw new Problem(
      'invalid-request',
      'This address cannot be fetched from. Pictures can be at public addresses that begin with https:// or http://.',
    );
  throw error;
}
