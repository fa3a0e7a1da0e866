import { barShapes } from './bars';

const format = (value: number) => value.toFixed(3);

test('A bar is as long as its value, under its label, with its interval beneath', () => {
  const shapes = barShapes([{ label: 'Ours', value: 0.25, low: 0.2, high: 0.31 }], format);
  expect(
    shapes.map(({ part, text, attributes }) => [part, text ?? attributes.width ?? attributes.x2]),
  ).toEqual([
    ['label', 'Ours'],
    ['value', '0.250'],
    ['track', '100%'],
    ['bar', '25.00%'],
    ['interval', '31.00%'],
  ]);
});

test('Bars do not leave the drawing, whatever their value, and each has a row to itself', () => {
  const bars = [1.5, -1].map((value) => ({ label: String(value), value }));
  const drawn = barShapes(bars, format).filter(({ part }) => part === 'bar');
  expect(drawn.map(({ attributes }) => attributes.width)).toEqual(['100.00%', '0.00%']);
  expect(new Set(drawn.map(({ attributes }) => attributes.y)).size).toBe(2);
});
