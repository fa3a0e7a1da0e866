import { type Client } from '@elastic/elasticsearch';

/** Encodes a vector for a document. */
export type EncodeVector = (vector: Float32Array) => string | readonly number[];

/**
 * Big-endian float32 in base64, which Elasticsearch accepts for a `dense_vector` since 9.3. Loading works is more than
 * twice as fast as with decimal numbers.
 */
export const asBase64: EncodeVector = (vector) => {
  const bytes = Buffer.allocUnsafe(vector.length * Float32Array.BYTES_PER_ELEMENT);
  vector.forEach((value, i) => bytes.writeFloatBE(value, i * Float32Array.BYTES_PER_ELEMENT));
  return bytes.toString('base64');
};

/** Nine significant digits, the fewest that keep every bit of a float32. */
export function floats(vector: ArrayLike<number>): number[] {
  return Array.from(vector, (value) => Number(value.toPrecision(9)));
}

const encodings = new WeakMap<Client, Promise<EncodeVector>>();

/** The best encoding that this client's cluster understands. The cluster is asked only once. */
export function encodingFor(client: Client): Promise<EncodeVector> {
  const known = encodings.get(client);
  if (known) return known;
  const asked = client.info().then(({ version }) => (understandsBase64(version.number) ? asBase64 : floats));
  encodings.set(client, asked);
  // If it could not answer, it is asked again next time.
  asked.catch(() => encodings.delete(client));
  return asked;
}

function understandsBase64(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 9 || (major === 9 && minor >= 3);
}
