import { readFileSync } from 'node:fs';
import { Client, SniffingTransport } from '@elastic/elasticsearch';
import { Problem } from '@/lib/platform/problem';
import { addressesIn, type Settings } from '@/lib/platform/settings';

type TransportOptions = ConstructorParameters<typeof SniffingTransport>[0];

/** Sends plain JSON, because Elasticsearch 8 rejects the media types of version 9 that the client sends otherwise. */
class PlainJsonTransport extends SniffingTransport {
  constructor(options: TransportOptions) {
    super({ ...options, vendoredHeaders: {} });
  }
}

/** Timeout of one request: a late search is worth little, but a bulk write or a new index takes time. */
export const timeoutsMs = { search: 3_000, maintenance: 120_000 } as const;

/**
 * A client of the cluster in the settings; the caller closes it.
 * @param use `search` gives up soon and tries no node twice, so that requests do not pile up
 * @throws Problem `invalid-request` if the certificate file cannot be read
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
    // If a node is down, a search tries the next one at once, but never the same one again.
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
