import { readdirSync } from 'node:fs';
import path from 'node:path';
import { openapiDocument } from '@/app/api/_lib/openapi';
import { useTestDatabase } from '../support/database';
import { useSite } from '../support/site';
import { apiClient } from './client';

/**
 * All route handlers but those of the API and those for addresses where nothing is; those of pages are behind proxy.ts.
 */
const otherRoutes = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts' && !/^(api|\[locale\])\/|\[\.\.\./.test(file))
  .map((file) => `/${path.dirname(file).replaceAll(/\[\w+\]/g, 'nosuch')}`);

const postgres = useTestDatabase();

describe('the API, called by a page of another site', () => {
  const site = useSite(postgres);
  const api = apiClient(site);
  const paths = Object.entries(openapiDocument().paths ?? {});
  const addressOf = (template: string) => template.replace('{id}', 'nosuchwork');

  test.each(paths)('%s answers the preflight of every method that it has', async (address, operations) => {
    for (const method of ['get', 'post'].filter((name) => name in operations)) {
      const preflight = await api.get(addressOf(address), {
        method: 'OPTIONS',
        headers: {
          Origin: 'https://elsewhere.example',
          'Access-Control-Request-Method': method.toUpperCase(),
          'Access-Control-Request-Headers': 'content-type',
        },
      });
      expect(preflight.status).toBe(204);
      expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
      expect(preflight.headers.get('access-control-allow-methods')).toContain(method.toUpperCase());
      expect(preflight.headers.get('access-control-allow-headers')).toContain('Content-Type');
      expect(Number(preflight.headers.get('access-control-max-age'))).toBeGreaterThan(0);
    }
  });

  test.each(paths)('%s refuses other methods, and says which it has', async (address, operations) => {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
      if (method.toLowerCase() in operations) continue;
      const answer = await api.get(addressOf(address), { method });
      const allowed = answer.headers.get('allow')?.split(', ') ?? [];
      expect([method, (await api.problemOf(answer)).status]).toEqual([method, 405]);
      expect(allowed).toEqual(expect.arrayContaining(['OPTIONS']));
      expect(allowed).not.toContain(method);
      for (const name of ['get', 'post'].filter((one) => one in operations))
        expect(allowed).toContain(name.toUpperCase());
    }
  });

  test.each(otherRoutes)('%s, which is not of the API, refuses them too', async (address) => {
    const refused = await api.get(address, { method: 'DELETE' });
    expect(refused.status).toBe(405);
    expect(refused.headers.get('allow')).toMatch(/^(GET, HEAD|POST|GET, HEAD, POST|HEAD, PATCH), OPTIONS$/);
  });
});
