import { type Client } from '@elastic/elasticsearch';

/** How a vector is written into a document. */
export type EncodeVector = (vector: Float32Array) => string | readonly number[];

/**
 * As its bytes: what the numbers cost to be written here and read there is then more than twice as fast to load.
 * Big-endian float32, base64, which Elasticsearch takes for a `dense_vector` since 9.3.
 */
export const asBase64: EncodeVector = (vector) => {
  const bytes = Buffer.allocUnsafe(vector.length * Float32Array.BYTES_PER_ELEMENT);
  vector.forEach((value, i) => bytes.writeFloatBE(value, i * Float32Array.BYTES_PER_ELEMENT));
  return bytes.toString('base64');
};

/** Numbers as short as they can be written without losing a bit of their float32: nine digits. */
export function floats(vector: ArrayLike<number>): number[] {
  return Array.from(vector, (value) => Number(value.toPrecision(9)));
}

const encodings = new WeakMap<Client, Promise<EncodeVector>>();

/** The best that the cluster behind this client understands; asked of it once. */
export function encodingFor(client: Client): Promise<EncodeVector> {
  const known = encodings.get(client);
  if (known) return known;
  const asked = client.info().then(({ version }) => (understandsBase64(version.number) ? asBase64 : floats));
  encodings.set(client, asked);
  // A cluster that is away is asked again.
  asked.catch(() => encodings.delete(client));
  return asked;
}

function understandsBase64(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 9 || (major === 9 && minor >= 3);
}
