import { accessTo, pageRoutes, type Route, routes, moreWithToken } from '@/lib/operations/routes';
import { type Person } from '@/lib/auth/person';
import { addPerson, addToken, somePassword } from '../support/accounts';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { visitor, type Visit } from '../support/visitor';

jest.setTimeout(180_000);

const postgres = useTestDatabase({ samples: ['cubist-sea'] });

/** What Next.js serves before anything of ours, and what has no fixed address to walk to. */
const notOurs: readonly Route[] = ['/_next/[...path]', '/sw.js'];
/** Signing out ends the walk. */
const walked = routes.filter((route) => !notOurs.includes(route) && route !== '/admin/logout');
const isPage = (route: Route) => pageRoutes.some((page) => page === route);

describe('every route of the site', () => {
  const site = useSite(postgres, { env: { METRICS_TOKEN: 'sixteen-and-more-characters' } });
  const visits: Partial<Record<'nobody' | 'curator' | 'administrator', Visit>> = {};
  let target: Person;
  let workId = '';

  beforeAll(async () => {
    await addPerson('Carla', 'curator');
    await addPerson('Ada', 'administrator');
    target = await addPerson('Theo', 'curator');
    workId = (await postgres.db.artwork.findFirstOrThrow()).id;
    for (const [name, role] of [
      ['carla', 'curator'],
      ['ada', 'administrator'],
    ] as const) {
      const visit = visitor(() => site.origin);
      expect(
        await visit('/admin/login', { email: `${name}@example.org`, password: somePassword }),
      ).toMatchObject({ status: 303, location: '/admin' });
      visits[role] = visit;
    }
    visits.nobody = visitor(() => site.origin);
  });

  const pathOf = (route: Route) =>
    route
      .replace('/people/[id]', `/people/${target.id}`)
      .replace('/tokens/[id]', '/tokens/nosuchtoken')
      .replace('/[...path]', '/nothing')
      .replace('/imports/[source]', '/imports/met')
      .replace('[key]/[file]', `${'0'.repeat(64)}/320.webp`)
      .replace('[digest]/[file]', '0a1b/model.json')
      .replace('[id]', workId);

  const rank = { nobody: 0, curator: 1, administrator: 2 };

  test.each(['nobody', 'curator', 'administrator'] as const)(
    'opens its pages to %s as declared',
    async (who) => {
      const wrong: string[] = [];
      for (const route of walked.filter(isPage)) {
        const needed = accessTo(route, 'GET');
        const answer = await visits[who]?.(pathOf(route));
        const missing = needed === 'everyone' ? 0 : rank[needed as 'curator' | 'administrator'] - rank[who];
        const next = `/admin?${new URLSearchParams({ next: pathOf(route) })}`;
        const isAsDeclared =
          missing <= 0
            ? // Everybody may sign in, and no page says 403; some have nothing to show without parameters.
              answer?.status !== 403 && !answer?.location?.includes('/admin?next')
            : who === 'nobody'
              ? answer?.status === 303 && answer.location?.endsWith(next)
              : answer?.status === 403;
        if (!isAsDeclared) wrong.push(`${route} (${needed}): ${answer?.status} ${answer?.location}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  test.each(['nobody', 'curator', 'administrator'] as const)(
    'takes forms and calls from %s as declared',
    async (who) => {
      const wrong: string[] = [];
      // An export is noted, and changes nothing.
      const changes = () =>
        postgres.db.change.findMany({
          where: { action: { not: 'export' } },
          select: { action: true, subjectKind: true, subjectName: true },
          orderBy: { id: 'asc' },
        });
      const before = await changes();
      for (const route of walked.filter((one) => !isPage(one))) {
        const needed = accessTo(route, 'POST');
        const answer = await visits[who]?.(pathOf(route), {}, { accept: 'application/json' });
        const status = answer?.status ?? 0;
        const isRole = needed === 'curator' || needed === 'administrator';
        const missing = isRole ? rank[needed] - rank[who] : needed === 'everyone' ? 0 : 1;
        // No cookie counts for the API: a session shows no token.
        const refused = who === 'nobody' || !isRole ? [401, 405] : [403];
        const isAsDeclared =
          missing > 0
            ? refused.includes(status)
            : status !== 403 && (status !== 401 || route === '/admin/login');
        if (!isAsDeclared) wrong.push(`${route} (${needed}): ${status}`);
      }
      expect(wrong).toEqual([]);
      if (who !== 'administrator') expect(await changes()).toEqual(before);
    },
  );

  test('of the API needs the scope that it declares, and takes no other token', async () => {
    const owner = await addPerson('Olga', 'administrator');
    const tokens = {
      'works:write': await addToken(owner, ['works:write']),
      'works:read': await addToken(owner, ['works:read']),
      expired: await addToken(owner, ['works:read', 'works:write'], new Date(Date.now() - 1000)),
      invented: `gafu_${'A'.repeat(43)}`,
      METRICS_TOKEN: 'sixteen-and-more-characters',
    };
    const wrong: string[] = [];
    for (const route of walked.filter((one) => one.startsWith('/api/'))) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        for (const [name, token] of Object.entries(tokens)) {
          const headers = { authorization: `Bearer ${token}` };
          const { status } = await fetch(site.origin + pathOf(route), { method, headers });
          if (status === 405) continue;
          const needed = accessTo(route, method);
          const allowed =
            needed === 'everyone' ||
            needed === name ||
            (needed === 'metrics-token' && name === 'METRICS_TOKEN');
          const isKnown = name === 'works:read' || name === 'works:write';
          const refusesUnknown = method === 'GET' && moreWithToken.includes(route) && !isKnown;
          const expected =
            allowed && !refusesUnknown ? 'in' : isKnown && needed !== 'metrics-token' ? 403 : 401;
          const actual = status === 401 || status === 403 ? status : 'in';
          if (actual !== expected) wrong.push(`${method} ${route} with ${name}: ${status}, not ${expected}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('signs out whoever asks to', async () => {
    const visit = visits.curator;
    expect((await visit?.('/admin/account'))?.status).toBe(200);
    expect((await visit?.('/admin/logout', {}))?.status).toBe(303);
    expect((await visit?.('/admin/account'))?.status).toBe(303);
  });
});
