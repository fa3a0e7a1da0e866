import { jsonAnswer } from '@/app/api/_lib/answer';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';

export const dynamic = 'force-dynamic';

/** Says that this process answers. It checks nothing else: a restart of this process would not bring Postgres back. */
const get = endpoint((request) =>
  jsonAnswer(request, { status: 'ok' }, { headers: { 'Cache-Control': 'no-store' } }),
);

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
