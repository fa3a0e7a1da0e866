import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';

const postgres = useTestDatabase();

describe('a direct connection', () => {
  const site = useSite(postgres, { env: { ADMIN_PASSWORD: 'correct horse battery' } });

  test('is one client, whatever addresses it claims', async () => {
    const signIn = (claimed: string) => {
      const form = new FormData();
      form.set('password', 'a guess');
      return fetch(`${site.origin}/admin/login`, {
        method: 'POST',
        body: form,
        headers: { 'x-forwarded-for': claimed, 'x-real-ip': claimed, accept: 'application/json' },
      }).then(({ status }) => status);
    };
    const statuses = [];
    for (let i = 0; i < 12; i += 1) statuses.push(await signIn(`203.0.113.${i}`));
    // Five are allowed; on a machine so busy that Postgres answers late, five more are counted in memory.
    expect(statuses.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
    expect(statuses.slice(-2)).toEqual([429, 429]);
    expect(site.log()).toContainEqual(expect.objectContaining({ peer: '127.0.0.1' }));
  });
});
