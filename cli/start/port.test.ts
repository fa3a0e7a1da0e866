import { createServer, type AddressInfo, type Server } from 'node:net';
import { testWith } from '@/tests/support/prerequisites';
import { ensurePortIsFree, listenerOn } from './port';

let taker: Server;
let port: number;

beforeEach(async () => {
  taker = createServer();
  await new Promise<void>((resolve) => taker.listen(0, '127.0.0.1', resolve));
  ({ port } = taker.address() as AddressInfo);
});
afterEach(() => new Promise((resolve) => taker.close(resolve)));

testWith(['linux'], 'a port that is taken is refused with the process that has it', async () => {
  await expect(ensurePortIsFree('127.0.0.1', port)).rejects.toThrow(
    `Port ${port} is taken by process ${process.pid} (`,
  );
});

test('without /proc, as on a Mac, it is refused all the same, and the process is not named', async () => {
  expect(listenerOn(port, '/no-procfs')).toBeNull();
  await expect(ensurePortIsFree('127.0.0.1', port, '/no-procfs')).rejects.toThrow(
    `Port ${port} is taken by another program. End that, or set PORT to another, e.g. PORT=${port + 1} npm start.`,
  );
});
