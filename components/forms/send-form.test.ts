import { readOutcome } from './send-form';

test('an accepted picture says where its results are', () => {
  expect(readOutcome('{"href":"/search?style=q_1"}')).toEqual({ href: '/search?style=q_1' });
});

test('a refusal carries the reason to the person', () => {
  const body = JSON.stringify({ title: 'Too large', detail: 'At most 25 MB.', status: 413 });
  expect(readOutcome(body)).toEqual({ refusal: { title: 'Too large', detail: 'At most 25 MB.' } });
});

test('an answer that is neither, such as a gateway’s page, is a lost connection', () => {
  for (const body of ['<html>Bad gateway</html>', '', 'null', '"text"', '{}'])
    expect(readOutcome(body)).toEqual({ refusal: 'lost' });
});
