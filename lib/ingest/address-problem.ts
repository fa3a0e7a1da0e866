import { megabytes } from '@/lib/images/picture-limits';
import { FetchProblem } from '@/lib/platform/fetch/fetch-problem';
import { Problem } from '@/lib/platform/problem';

/**
 * What a visitor reads whose picture could not be fetched: nothing of the site's own network, and none of the advice
 * that is for its operator.
 * @returns the error itself if it is not the other server's
 */
export function addressProblem(error: unknown, address: string, bytesMax: number): unknown {
  if (!(error instanceof FetchProblem)) return error;
  switch (error.fault) {
    case 'address-refused':
      return new Problem(
        'invalid-request',
        'This address cannot be fetched from. Pictures can be at public addresses that begin with https:// or http://.',
        { code: 'address-refused' },
      );
    case 'wrong-type':
      return new Problem(
        'unsupported-picture',
        'There is no picture at this address; it may be a page that shows one. Open the picture by itself, and copy its own address.',
        { code: 'address-without-picture' },
      );
    case 'not-found':
      return new Problem('not-found', 'There is nothing at this address. Check its spelling.', {
        code: 'address-not-found',
      });
    case 'too-large':
      return new Problem(
        'too-large',
        `The picture at this address is too large. The limit is ${megabytes(bytesMax)}.`,
        { code: 'address-too-large', bytesMax },
      );
    default: {
      const host = new URL(address).hostname;
      const why =
        error.fault === 'blocked' ? `${host} does not give pictures to other sites.` : error.message;
      return new Problem('unavailable', `${why} You can also save the picture and choose the file.`, {
        code: 'address-unanswered',
        host,
      });
    }
  }
}
