import { parseMetrics, valueOf } from '../api/metrics';
import { workHref } from '@/lib/catalog/work-address';
import { addWork } from '../support/artworks';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';

const postgres = useTestDatabase();
const token = 'a-token-for-these-tests';

describe('the proxy and the page of one request', () => {
  const site = useSite(postgres, { env: { METRICS_TOKEN: token } });
  const readings = async () => {
    const headers = { Authorization: `Bearer ${token}` };
    const samples = parseMetrics(await (await fetch(`${site.origin}/api/metrics`, { headers })).text());
    return valueOf(samples, 'gafu_stage_seconds_count', { stage: 'catalog' }) ?? 0;
  };

  test('read a work once for both, and again for the next request', async () => {
    const work = await addWork(postgres.db, { title: 'Read once' });
    for (const before of [0, 1]) {
      expect(await readings()).toBe(before);
      // With a cookie, so that the page is rendered for this visitor.
      const page = await fetch(`${site.origin}${workHref(work)}`, { headers: { cookie: 'a=visitor' } });
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Read once');
      expect(await readings()).toBe(before + 1);
    }
  });
});
