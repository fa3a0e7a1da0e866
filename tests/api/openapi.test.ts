import { readFileSync } from 'node:fs';
import { openapiDocument } from '@/app/api/_lib/openapi';

test('the committed openapi.json is what the schemas say: npx tsx app/api/_lib/write-openapi.ts', () => {
  const committed: unknown = JSON.parse(readFileSync('openapi.json', 'utf8'));
  expect(committed).toEqual(JSON.parse(JSON.stringify(openapiDocument())));
});

test('every operation has a name, a summary and an answer', () => {
  for (const item of Object.values(openapiDocument().paths ?? {}))
    for (const operation of [item.get, item.post])
      if (operation)
        expect(operation).toMatchObject({
          operationId: expect.any(String),
          summary: expect.any(String),
          responses: expect.objectContaining({}),
        });
});
