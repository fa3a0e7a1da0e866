import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const condition = z.enum(['service_started', 'service_healthy', 'service_completed_successfully']);

/** What these tests look at; the whole form is the Compose specification's, which `docker compose config` checks. */
const service = z.looseObject({
  image: z.string(),
  user: z.string().optional(),
  depends_on: z.record(z.string(), z.object({ condition })).default({}),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  command: z.array(z.string()).default([]),
  entrypoint: z.array(z.string()).default([]),
  restart: z.string(),
  healthcheck: z
    .looseObject({ test: z.array(z.string()).optional(), disable: z.boolean().optional() })
    .optional(),
  security_opt: z.array(z.string()).default([]),
  deploy: z.object({ resources: z.object({ limits: z.object({ cpus: z.string(), memory: z.string() }) }) }),
});

export type ComposeService = z.output<typeof service>;

const file = z.looseObject({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
  volumes: z.record(z.string(), z.unknown()),
});

/** docker-compose.yml as its tool reads it, merges (`<<`) made, variables not yet put in. */
export function readCompose() {
  const text = readFileSync('docker-compose.yml', 'utf8');
  return { text, ...file.parse(parse(text, { merge: true })) };
}
