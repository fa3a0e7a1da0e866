import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { cacheControl } from '@/lib/platform/cache-control';
import { endpoint, openToAll } from '@/app/endpoint';
import { mcpServer } from '@/app/mcp/_lib/server';
import { methods } from '@/app/methods';
import { readBody } from '@/lib/ingest/request-body';
import { rateLimitHeaders } from '@/lib/platform/rate-limit';

const bytesMax = 64 * 1024;

/**
 * The Model Context Protocol over Streamable HTTP, without sessions: each request is answered by itself, in JSON, so
 * that any server of the site can take it. There is nothing to listen for, so GET is refused, as the specification
 * allows.
 */
const post = endpoint(async (request) => {
  const body = await readBody(request, bytesMax);
  const { method, url, headers } = request;
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  const server = mcpServer();
  await server.connect(transport);
  const answer = await transport.handleRequest(
    new Request(url, { method, headers, body: Uint8Array.from(body) }),
  );
  const text = await answer.text();
  await server.close();
  const own = { ...openToAll, 'Cache-Control': cacheControl('secret'), ...rateLimitHeaders() };
  const type = answer.headers.get('content-type');
  return new Response(text === '' ? null : text, {
    status: answer.status,
    headers: { ...own, ...(type && { 'Content-Type': type }) },
  });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: post });
