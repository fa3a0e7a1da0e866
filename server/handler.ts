import { type IncomingMessage, type ServerResponse } from 'node:http';

/** Answers a request, or leaves it to the handler that it wraps. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
