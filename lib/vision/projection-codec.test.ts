import { decodeProjection, encodeProjection, roundRows, type ProjectionHeader } from './projection-codec';
import { seededNormals } from './random';

const header: ProjectionHeader = {
  format: 'gafu-projection-1',
  extractor: 'vgg19/bgr-mean/0123456789abcdef',
  descriptor: { statistic: 'gram', layers: ['block2_conv2'], normalisation: 'none', unitLength: false },
  projection: { kind: 'pca', dimensions: 3 },
  inputLength: 5,
  dimensions: 3,
  pictures: 7,
  explainedVariance: 0.5,
};

function sample() {
  const matrix = seededNormals(15, 1).map((value) => value * 1e-6);
  const before = matrix.slice();
  const scale = roundRows(matrix, 3);
  return {
    before,
    projection: { inputLength: 5, dimensions: 3, matrix, scale, offset: Float32Array.of(1, 2, 3) },
  };
}

describe('a projection file', () => {
  it('gives back header and numbers exactly, once rows are rounded', () => {
    const { projection } = sample();
    expect(decodeProjection(encodeProjection(header, projection))).toEqual({ header, projection });
  });

  it('loses at most 0.05 % of a row’s largest value to rounding, however small the row', () => {
    const { before, projection } = sample();
    before.forEach((value, i) => {
      const scale = projection.scale[Math.floor(i / 5)] ?? 0;
      expect(Math.abs((projection.matrix[i] ?? 0) * scale - value)).toBeLessThanOrEqual(scale * 0.0005);
    });
  });

  it('takes two bytes a weight', () => {
    expect(encodeProjection(header, sample().projection).length).toBeLessThan(
      15 * 2 + 3 * 8 + 12 + JSON.stringify(header).length + 4,
    );
  });

  it.each([
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 1)],
    ['empty', () => new Uint8Array()],
    ['something else', () => new TextEncoder().encode('a picture of a cat, and more')],
  ])('is refused when it is %s', (_, damage) => {
    expect(() => decodeProjection(damage(encodeProjection(header, sample().projection)))).toThrow(
      'not a projection file of Gafu',
    );
  });
});
