import { Readable } from 'node:stream';
import { Server } from '@tus/server';
import { pictureLimits } from '@/lib/images/picture-limits';
import { asEnvironmentProblem } from '@/lib/platform/environment-error';
import { Problem, problemKinds } from '@/lib/platform/problem';
import { processSingleton } from '@/lib/platform/process-singleton';
import { limitedBody } from '../request-body';
import { BatchStore } from './tus-store';

const server = () =>
  processSingleton(
    'tus-server',
    () =>
      new Server({
        // Where files are made known is /admin/batches/[id]/files; from there on each has an address of its own.
        path: '/admin/batches',
        datastore: new BatchStore(),
        getFileIdFromRequest: (_request, last) => last,
        // No other site.
        allowedOrigins: () => false,
        onResponseError: (_request, error) => {
          const known = error instanceof Error ? asEnvironmentProblem(error) : error;
          return known instanceof Problem
            ? { status_code: problemKinds[known.kind].status, body: known.message }
            : undefined;
        },
      }),
  );

/**
 * Answers a request of the tus protocol 1.0.0 for a file of a batch: HEAD says how much has come, PATCH brings more.
 * The body is limited like every other: a sender that stalls is cut off, and goes on where it stopped.
 */
export async function answerTus(request: Request): Promise<Response> {
  const { url, method, headers } = request;
  if (method !== 'PATCH') return server().handleWeb(new Request(url, { method, headers }));
  const body = Readable.toWeb(
    Readable.from(limitedBody(request, pictureLimits().bytesMax), { objectMode: false }),
  );
  // A body that is a stream needs `duplex`, which TypeScript's DOM types do not know.
  const options = { method, headers, body, duplex: 'half' } as RequestInit;
  return server().handleWeb(new Request(url, options));
}
