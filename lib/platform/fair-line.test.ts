import { FairLine } from './fair-line';

function lineOf(entries: readonly (readonly [client: string, entry: string])[]): FairLine<string> {
  let now = 0;
  const line = new FairLine<string>(() => (now += 1));
  for (const [client, entry] of entries) line.push(client, entry);
  return line;
}

function drainInTurn(line: FairLine<string>, loadOf?: (client: string) => number): string[] {
  const order: string[] = [];
  for (let next = line.next(loadOf); next; next = line.next(loadOf)) {
    order.push(next.entry);
    line.serve(next);
  }
  return order;
}

test('clients take turns, and each keeps its own order', () => {
  const line = lineOf([
    ['a', 'a1'],
    ['a', 'a2'],
    ['a', 'a3'],
    ['b', 'b1'],
    ['c', 'c1'],
    ['c', 'c2'],
  ]);
  expect(line.size).toBe(6);
  expect(drainInTurn(line)).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
  expect(line.size).toBe(0);
});

test('a client who holds less goes first', () => {
  const line = lineOf([
    ['busy', 'busy1'],
    ['busy', 'busy2'],
    ['idle', 'idle1'],
  ]);
  expect(drainInTurn(line, (client) => (client === 'busy' ? 1 : 0))).toEqual(['idle1', 'busy1', 'busy2']);
});

test('a client that was just served waits for one that was not, even if that one came later', () => {
  const line = lineOf([['a', 'a1']]);
  expect(drainInTurn(line)).toEqual(['a1']);
  line.push('a', 'a2');
  line.push('a', 'a3');
  line.push('b', 'b1');
  expect(drainInTurn(line)).toEqual(['b1', 'a2', 'a3']);
});

test('an entry that gave up does not cost its client the turn', () => {
  const line = lineOf([
    ['a', 'a1'],
    ['a', 'a2'],
    ['b', 'b1'],
  ]);
  line.remove('a', 'a1');
  expect(drainInTurn(line)).toEqual(['a2', 'b1']);
});

test('an entry that is put back is the next', () => {
  const line = lineOf([
    ['b', 'b1'],
    ['b', 'b2'],
    ['c', 'c1'],
  ]);
  const first = line.next();
  if (first === null) throw new Error('nothing waits');
  line.serve(first);
  line.unshift(first.client, first.entry);
  expect(drainInTurn(line)).toEqual(['b1', 'c1', 'b2']);
  line.push('c', 'c1');
  expect(line.drain()).toEqual(['c1']);
  expect(line.size).toBe(0);
});
