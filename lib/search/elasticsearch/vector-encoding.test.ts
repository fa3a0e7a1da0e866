import { asBase64, floats, hitVector } from './vector-encoding';

const vector = Float32Array.of(0.1, -0.75, 1e-7, 3);

test('a vector comes back from a hit in any of the forms that Elasticsearch gives it', () => {
  for (const value of [[asBase64(vector)], [floats(vector)], floats(vector)])
    expect(Float32Array.from(hitVector(value))).toEqual(vector);
});
