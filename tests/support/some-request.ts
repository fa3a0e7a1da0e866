import { newRequestContext, type RequestContext, requestContext } from '@/lib/platform/request-context';

/** The context of a visitor's request, as the server makes it. */
export function someRequest(
  facts: Partial<Pick<RequestContext, 'method' | 'id' | 'sender' | 'closed'>> = {},
): RequestContext {
  return newRequestContext({
    method: 'GET',
    id: 'a request',
    sender: { client: '192.0.2.1', origin: null, isForwardedByStranger: false },
    closed: new AbortController().signal,
    ...facts,
  });
}

/** Does something as code does that answers the request. */
export function inRequest<T>(work: () => T, request = someRequest()): T {
  return requestContext().run(request, work);
}
