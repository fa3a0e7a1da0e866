import { z } from 'zod';
import 'zod-openapi';
import { partNames, partStatuses } from '@/lib/operations/readiness';

export const healthSchema = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

const partStatus = z.enum(partStatuses).meta({
  description:
    'degraded: what needs it waits or is refused, all else is served. down: nothing can be served.',
});

const partSchema = z
  .object({
    status: partStatus,
    detail: z.string().nullable().meta({ description: 'What is wrong; null where nothing is.' }),
    latencyMs: z.number(),
  })
  .meta({ id: 'PartReadiness' });

export const readinessSchema = z
  .object({
    status: partStatus.meta({ description: 'The worst of the parts; down comes with 503.' }),
    parts: z.object(
      Object.fromEntries(partNames.map((name) => [name, partSchema])) as Record<
        (typeof partNames)[number],
        typeof partSchema
      >,
    ),
  })
  .meta({ id: 'Readiness' });
