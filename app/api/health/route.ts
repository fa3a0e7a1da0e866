import { jsonAnswer } from '@/app/api/_lib/answer';
import { endpoint } from '@/app/endpoint';

export const dynamic = 'force-dynamic';

/** Says that this process answers. It asks nobody: a process is not mended by a restart when Postgres is away. */
export const GET = endpoint((request) =>
  jsonAnswer(request, { status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } }),
);
