import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands between a test and a server. Closed, it looks as if the server were down. */
export interface TcpProxy {
  readonly port: number;
  close(): Promise<void>;
  reopen(): Promise<void>;
}

/** @param address the server behind the proxy: `protocol://host:port` */
export async function openTcpProxy(address: string): Promise<TcpProxy> {
  const { hostname, port: serverPort } = new URL(address);
  const sockets = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(Number(serverPort), hostname);
    for (const [from, to] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => sockets.delete(from));
      from.pipe(to);
    }
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    reopen: () => listen(port),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
