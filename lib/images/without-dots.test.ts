import { nearer } from './without-dots';

test('The form that is nearest to a work is taken, the first of equals, and any rather than none', () => {
  expect(nearer([0.4, 0.7])).toBe(1);
  expect(nearer([0.7, 0.7])).toBe(0);
  expect(nearer([null, -0.2])).toBe(1);
  expect(nearer([null, null])).toBe(0);
});
