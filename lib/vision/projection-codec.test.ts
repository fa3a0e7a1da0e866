import { decodeProjection, encodeProjection, roundRows, type ProjectionHeader } from './projection-codec';
import { dot } from './dot';
import { project, type MatrixEncoding } from './projection';
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

  describe('in bytes', () => {
    const inBytes = { ...header, format: 'gafu-projection-2' } as const;

    it('gives back header and numbers exactly, and takes one byte a weight', () => {
      const matrix = seededNormals(15, 2);
      const scale = roundRows(matrix, 3, 'int8');
      const projection = { inputLength: 5, dimensions: 3, matrix, scale, offset: Float32Array.of(1, 2, 3) };
      const bytes = encodeProjection(inBytes, projection);
      expect(decodeProjection(bytes)).toEqual({ header: inBytes, projection });
      const halves = encodeProjection(header, { ...projection, scale: roundRows(matrix.slice(), 3) });
      expect(halves.length - bytes.length).toBe(15);
    });

    it('loses at most 0.4 % of a row’s largest value, and turns a projected vector by a cosine above 0.9995', () => {
      const [inputLength, dimensions] = [2048, 128];
      const exact = seededNormals(inputLength * dimensions, 3);
      const rounded = (encoding: MatrixEncoding) => {
        const matrix = exact.slice();
        const scale = roundRows(matrix, dimensions, encoding);
        return { inputLength, dimensions, matrix, scale, offset: new Float32Array(dimensions) };
      };
      const { matrix, scale } = rounded('int8');
      const worst = matrix.map((value, i) => {
        const stretch = scale[Math.floor(i / inputLength)] ?? 0;
        return Math.abs(value * stretch - (exact[i] ?? 0)) / stretch;
      });
      expect(Math.max(...worst.slice(0, 50_000))).toBeLessThanOrEqual(0.5 / 127 + 1e-6);
      for (let seed = 10; seed < 20; seed++) {
        const descriptor = seededNormals(inputLength, seed);
        const [bytes, halves] = (['int8', 'float16'] as const).map((one) =>
          project(descriptor, rounded(one)),
        );
        expect(dot(bytes ?? [], halves ?? [])).toBeGreaterThan(0.9995);
      }
    });
  });

  it.each([
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 1)],
    [
      'of a format that it does not know',
      (bytes: Uint8Array) => {
        const text = new TextDecoder('latin1').decode(bytes).replace('projection-1', 'projection-9');
        return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
      },
    ],
    ['empty', () => new Uint8Array()],
    ['something else', () => new TextEncoder().encode('a picture of a cat, and more')],
  ])('is refused when it is %s', (_, damage) => {
    expect(() => decodeProjection(damage(encodeProjection(header, sample().projection)))).toThrow(
      'not a projection file of Gafu',
    );
  });
});
