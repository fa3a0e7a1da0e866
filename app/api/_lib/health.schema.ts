import { z } from 'zod';
import 'zod-openapi';
import { networkSchema } from './search.schema';

export const healthSchema = z
  .object({
    status: z.enum(['ok', 'down']),
    database: z.object({ status: z.enum(['ok', 'down']), latencyMs: z.number().nullable() }),
    index: z.object({
      status: z.enum(['ok', 'down']),
      name: z.enum(['embedded', 'elasticsearch']).nullable(),
      works: z.int().nullable().meta({ description: 'Works that can be found.' }),
    }),
    works: z
      .object({ ready: z.int(), pending: z.int(), failed: z.int() })
      .nullable()
      .meta({ description: 'Works in the catalogue, by state.' }),
    network: networkSchema.nullable(),
  })
  .meta({ id: 'Health' });
