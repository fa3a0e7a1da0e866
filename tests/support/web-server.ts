import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface WebServer {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** Method-less: path and query of every request so far, in order. */
  readonly asked: string[];
  /** What it answers from now on. */
  answer(answer: Answer): void;
  close(): Promise<void>;
}

/** A web server on this machine that answers, or misbehaves, as a test says. */
export async function startWebServer(
  first: Answer = (_request, response) => response.end(),
): Promise<WebServer> {
  let current = first;
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    current(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin: `http://${host}`,
    host,
    asked,
    answer: (answer) => void (current = answer),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Registers a server for the tests of a file. @returns the server, once tests run */
export function useWebServer(): () => WebServer {
  let server: WebServer;
  beforeAll(async () => void (server = await startWebServer()));
  afterEach(() => void (server.asked.length = 0));
  afterAll(() => server.close());
  return () => server;
}
