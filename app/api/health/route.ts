import { jsonAnswer } from '@/app/api/_lib/answer';
import { endpoint } from '@/app/endpoint';

export const dynamic = 'force-dynamic';

/** Says that this process answers. It checks nothing else: a restart of this process would not bring Postgres back. */
export const GET = endpoint((request) =>
  jsonAnswer(request, { status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } }),
);
