import { readFileSync } from 'node:fs';
import { Client, SniffingTransport } from '@elastic/elasticsearch';
import { Problem } from '@/lib/platform/problem';
import { addressesIn, type Settings } from '@/lib/platform/settings';

type TransportOptions = ConstructorParameters<typeof SniffingTransport>[0];

/** Speaks plain JSON: Elasticsearch 8 refuses the media types of version 9 that the client would ask for. */
class PlainJsonTransport extends SniffingTransport {
  constructor(options: TransportOptions) {
    super({ ...options, vendoredHeaders: {} });
  }
}

/** How long is waited for one answer: a search is worth little later, a bulk write or a new index takes its time. */
export const timeoutsMs = { search: 3_000, upkeep: 120_000 } as const;

/**
 * A client of the cluster that the settings name; closed by the caller.
 * @throws Problem `invalid-request` where the certificate cannot be read
 * @param use `search` gives up soon and asks no node twice, so that requests do not pile up
 */
export function openClient(
  settings: Pick<Settings, 'elasticsearchUrl' | 'elasticsearchApiKey' | 'elasticsearchCaFile'>,
  use: keyof typeof timeoutsMs,
): Client {
  const { elasticsearchUrl, elasticsearchApiKey, elasticsearchCaFile } = settings;
  const nodes = addressesIn(elasticsearchUrl ?? '');
  return new Client({
    nodes,
    Transport: PlainJsonTransport,
    requestTimeout: timeoutsMs[use],
    // A search that finds one node away asks the next at once; alone, a node that is away is not asked again.
    maxRetries: use === 'search' ? nodes.length - 1 : 2,
    ...(elasticsearchApiKey === null ? {} : { auth: { apiKey: elasticsearchApiKey } }),
    ...(elasticsearchCaFile === null ? {} : { tls: { ca: certificate(elasticsearchCaFile) } }),
  });
}

function certificate(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Problem(
      'invalid-request',
      `ELASTICSEARCH_CA_FILE: ${file} cannot be read (${code ?? message}).`,
    );
  }
}
