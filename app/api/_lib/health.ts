import { type z } from 'zod';
import { countArtworks } from '@/lib/catalog/artworks.repository';
import { database } from '@/lib/catalog/database';
import { log } from '@/lib/platform/log';
import { describeNetwork } from '@/lib/search/network';
import { searchIndex } from '@/lib/search/shared-index';
import { type healthSchema } from './health.schema';
import { networkJson } from './search-result';

type Health = z.input<typeof healthSchema>;

// A database that hangs is as good as down: whoever asks for health has to be told before he gives up himself.
const patienceMs = 5_000;

/** Asks each part a real question; one that fails or takes too long is down, and why is in the log. */
export async function readHealth(): Promise<{ health: Health; timingsMs: Record<string, number> }> {
  const catalog = await ask('database', async () => {
    const db = await database();
    const [works, network] = [await countArtworks(db), await describeNetwork(db)];
    return { works, network: networkJson(network) };
  });
  const index = await ask('index', async () => {
    const index = await searchIndex();
    return { name: index.name, works: await index.count() };
  });
  const health: Health = {
    status: catalog.answer && index.answer ? 'ok' : 'down',
    database: { status: catalog.answer ? 'ok' : 'down', latencyMs: catalog.answer ? catalog.ms : null },
    index: {
      status: index.answer ? 'ok' : 'down',
      name: index.answer?.name ?? null,
      works: index.answer?.works ?? null,
    },
    works: catalog.answer?.works ?? null,
    network: catalog.answer?.network ?? null,
  };
  return { health, timingsMs: { database: catalog.ms, index: index.ms } };
}

async function ask<T>(part: string, question: () => Promise<T>): Promise<{ answer: T | null; ms: number }> {
  const started = performance.now();
  const took = () => Math.round((performance.now() - started) * 10) / 10;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${patienceMs} ms`)), patienceMs);
  });
  try {
    return { answer: await Promise.race([question(), tooLate]), ms: took() };
  } catch (error) {
    log.error({ err: error, part }, 'A part is down');
    return { answer: null, ms: took() };
  } finally {
    clearTimeout(timer);
  }
}
