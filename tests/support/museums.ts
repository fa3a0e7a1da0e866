import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type SourceItem } from '@/lib/imports/record';
import { SourceClient } from '@/lib/imports/source-client';
import { polite } from '@/lib/platform/fetch/polite-client';
import { createWebClient, type WebClient } from '@/lib/platform/fetch/web-client';
import { type Answer, startWebServer, type WebServer } from './web-server';

/** The museums' servers, played by one on this machine: requests go through all of the real client. */
export interface Museums {
  /** Addresses that were asked for, in order. */
  readonly asked: string[];
  /** Of the server that plays them: see {@link museumsAt}. */
  readonly origin: string;
  readonly web: WebClient;
  client(owner?: string): SourceClient;
  /** What is answered at every address that begins like this, from now on; the longest beginning decides. */
  at(address: string, answer: Answer | object | string | Buffer): void;
  /** Keeps whoever asks for what begins like this waiting, until it is released. */
  hold(address: string): Held;
  close(): Promise<void>;
}

export interface Held {
  /** Somebody waits. */
  readonly reached: Promise<void>;
  /** Everybody is answered, those that wait included. */
  release(): void;
}

const firstWaitMs = 10;

export async function startMuseums(): Promise<Museums> {
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const holds = new Map<string, { reach: () => void; readonly waiting: (() => void)[] }>();
  const server: WebServer = await startWebServer((request, response) => {
    const address = `https://${(request.url ?? '').slice(1)}`;
    asked.push(address);
    const held = [...holds].find(([start]) => address.startsWith(start))?.[1];
    held?.reach();
    if (held === undefined) answerTo(address, request, response);
    else held.waiting.push(() => answerTo(address, request, response));
  });
  const answerTo = (address: string, ...[request, response]: Parameters<Answer>) => {
    const known = [...answers.keys()].filter((start) => address.startsWith(start));
    const best = known.toSorted((a, b) => b.length - a.length)[0];
    const answer = best === undefined ? undefined : answers.get(best);
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  };
  const web = museumsAt(server.origin);
  return {
    asked,
    origin: server.origin,
    web,
    client: (owner = 'A museum') => new SourceClient(web, owner),
    at: (address, answer) =>
      void answers.set(address, typeof answer === 'function' ? (answer as Answer) : sends(answer)),
    hold(address) {
      const waiting: (() => void)[] = [];
      const reached = new Promise<void>((resolve) => holds.set(address, { reach: resolve, waiting }));
      const release = () => {
        holds.delete(address);
        for (const answer of waiting) answer();
      };
      return { reached, release };
    },
    async close() {
      await web.close();
      await server.close();
    },
  };
}

/** The real client, which asks this server for whatever a museum is asked for: `origin/host/path`. */
export function museumsAt(origin: string): WebClient {
  const { host } = new URL(origin);
  const client = createWebClient({ userAgent: 'Gafu (test)', allowedHosts: new Set([host]) });
  const here: WebClient = {
    get: (address, request) => client.get(`${origin}/${address.replace(/^https?:\/\//, '')}`, request),
    close: () => client.close(),
  };
  return polite(here, { pace: { concurrent: 4, everyMs: 0 }, firstWaitMs });
}

export function useMuseums(): () => Museums {
  let museums: Museums;
  beforeAll(async () => void (museums = await startMuseums()));
  afterEach(() => void (museums.asked.length = 0));
  afterAll(() => museums.close());
  return () => museums;
}

/** Answers with a body and an entity tag of it, so that it can be asked for again cheaply. */
export function sends(body: object | string | Buffer, headers: Record<string, string> = {}): Answer {
  const bytes = Buffer.isBuffer(body)
    ? body
    : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const etag = `"${bytes.length}-${bytes.subarray(0, 4096).reduce((sum, byte) => (sum * 31 + byte) % 1_000_003, 7)}"`;
  return (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.writeHead(200, { etag, ...headers }).end(bytes);
  };
}

/** An answer of a museum in its recorded shape. @param name under `lib/imports/fixtures` */
export function fixture(name: string): string {
  return readFileSync(path.join(process.cwd(), 'lib/imports/fixtures', name), 'utf8');
}

/** What an item says, without the fields that say nothing. */
export function known(item: SourceItem): unknown {
  if (item.kind !== 'record') return item;
  const { id, pictureUrl, details } = item;
  return { id, pictureUrl, details: withoutNothing(details) };
}

function withoutNothing(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNothing);
  if (typeof value !== 'object' || value === null) return value;
  const isSomething = (one: unknown) =>
    one !== null && one !== undefined && !(Array.isArray(one) && one.length === 0);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => isSomething(one))
      .map(([name, one]) => [name, withoutNothing(one)]),
  );
}
