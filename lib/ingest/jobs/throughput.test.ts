import { throughput } from './throughput';

test('the rate is of the minutes that were counted, and what waits is done at that rate', () => {
  expect(throughput({ jobs: 300, seconds: 150 }, 60)).toEqual({ perMinute: 120, minutesLeft: 0.5 });
});

test('without finished jobs there is no rate; without waiting works no time left', () => {
  expect(throughput({ jobs: 0, seconds: 0 }, 60)).toEqual({ perMinute: null, minutesLeft: null });
  expect(throughput({ jobs: 10, seconds: 60 }, 0)).toEqual({ perMinute: 10, minutesLeft: null });
});

test('the first jobs of a minute do not make a rate of hundreds', () => {
  expect(throughput({ jobs: 3, seconds: 1 }, 0).perMinute).toBe(12);
});
