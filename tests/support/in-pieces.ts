import { setTimeout } from 'node:timers/promises';
import { type Answer } from './web-server';

const pieceBytes = 1_000;
const pauseMs = 20;

/** Answers as a site does, but its pages arrive in pieces, as they do over a slow connection. */
export function inPieces(origin: string): Answer {
  return (request, response) =>
    void (async () => {
      const answer = await fetch(new URL(request.url ?? '/', origin));
      const body = new Uint8Array(await answer.arrayBuffer());
      const type = answer.headers.get('content-type') ?? '';
      response.writeHead(answer.status, { 'content-type': type });
      const step = type.startsWith('text/html') ? pieceBytes : body.length || 1;
      for (let at = 0; at < body.length; at += step) {
        response.write(body.subarray(at, at + step));
        if (step === pieceBytes) await setTimeout(pauseMs);
      }
      response.end();
    })();
}
