import { pictureLimits } from '@/lib/images/picture-limits';
import { visitorsClient } from '@/lib/platform/fetch/visitors-client';
import { type WebClient } from '@/lib/platform/fetch/web-client';
import { currentAsker } from '@/lib/platform/request-context';
import { timed } from '@/lib/platform/stage';
import { addressProblem } from './address-problem';

/** A visitor waits for it. */
const msMax = 20_000;

/**
 * The bytes of a picture at an address that a visitor names; they are untrusted.
 * @param client for tests
 * @throws Problem that says why there is no picture, for the visitor
 */
export async function pictureAt(
  address: string,
  client: Pick<WebClient, 'get'> = visitorsClient(),
): Promise<Buffer> {
  const signal = currentAsker().closed ?? undefined;
  const { bytesMax } = pictureLimits();
  const answer = await timed('receive', () =>
    client.get(address, { type: 'picture', bytesMax, msMax, signal }),
  ).catch((error: unknown) => {
    throw addressProblem(error, address, bytesMax);
  });
  if (answer.kind === 'unchanged') throw new Error('A picture was asked for without validators.');
  return answer.bytes;
}
