import { readFile } from 'node:fs/promises';
import { type z } from 'zod';
import { problemSchema } from '@/app/api/_lib/problem.schema';
import { type Site } from '../support/site';

/** A picture of the sample collection. */
export function samplePicture(name: string): Promise<Buffer> {
  return readFile(`samples/works/${name}.webp`);
}

/** Asks a site's API as a stranger's program would, and checks every answer by the schema that documents it. */
export function apiClient(site: Site) {
  const get = (path: string, init?: RequestInit) => fetch(`${site.origin}${path}`, init);
  return {
    get,
    async read<Schema extends z.ZodType>(schema: Schema, path: string): Promise<z.output<Schema>> {
      return schema.parse(await (await get(path)).json());
    },
    postForm(picture: Uint8Array, parameters = '', name = 'picture.webp') {
      const form = new FormData();
      form.set('picture', new File([Uint8Array.from(picture)], name));
      return get(`/api/v1/search${parameters}`, { method: 'POST', body: form });
    },
    postBytes(picture: Uint8Array, type: string, parameters = '') {
      const body = Uint8Array.from(picture);
      return get(`/api/v1/search${parameters}`, { method: 'POST', body, headers: { 'Content-Type': type } });
    },
    /** The problem details of an answer, whose status line and body must agree. */
    async problemOf(answer: Response | Promise<Response>) {
      const response = await answer;
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      const problem = problemSchema.parse(await response.json());
      expect(problem.status).toBe(response.status);
      return problem;
    },
  };
}
