import { Agent, fetch, type Response } from 'undici';
import { acceptHeaders } from './body-type';
import { checkedLookup, type Resolve, systemResolve } from './checked-lookup';
import { FetchProblem } from './fetch-problem';
import { describeNetworkError } from './network-error';
import { readAnswer } from './read-answer';
import { type AllowedHosts, hostsAfter, isAllowedHost, parseWebAddress } from './web-address';
import { serverName, type WebAnswer, type WebRequest } from './web-request';

export interface WebClientOptions {
  /** Names Gafu and a person who can be written to. */
  readonly userAgent: string;
  readonly allowedHosts: AllowedHosts;
  readonly resolve?: Resolve;
}

/** Fetches from servers that others name, without being led into one's own network. */
export interface WebClient {
  /** @throws FetchProblem */
  get(address: string, request: WebRequest): Promise<WebAnswer>;
  close(): Promise<void>;
}

const redirectsMax = 5;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const connectMsMax = 15_000;
const silenceMsMax = 30_000;

export function createWebClient({
  userAgent,
  allowedHosts,
  resolve = systemResolve,
}: WebClientOptions): WebClient {
  const limits = { headersTimeout: silenceMsMax, bodyTimeout: silenceMsMax };
  const publicOnly = new Agent({
    ...limits,
    connect: { lookup: checkedLookup(resolve, 'public'), timeout: connectMsMax },
  });
  const ownNetwork = new Agent({
    ...limits,
    connect: { lookup: checkedLookup(resolve, 'any'), timeout: connectMsMax },
  });

  async function send(
    url: URL,
    dispatcher: Agent,
    request: WebRequest,
    signal: AbortSignal,
  ): Promise<Response> {
    const { etag = null, lastModified = null } = request.known ?? {};
    const headers = {
      'user-agent': userAgent,
      accept: acceptHeaders[request.type],
      ...(etag === null ? {} : { 'if-none-match': etag }),
      ...(lastModified === null ? {} : { 'if-modified-since': lastModified }),
    };
    try {
      return await fetch(url, { dispatcher, redirect: 'manual', headers, signal });
    } catch (error) {
      throw describeNetworkError(error, url, request);
    }
  }

  return {
    async get(address, request) {
      const timeout = AbortSignal.timeout(request.msMax);
      const signal = request.signal === undefined ? timeout : AbortSignal.any([timeout, request.signal]);
      let allowed = allowedHosts;
      let url = parseWebAddress(address, allowed);
      for (let redirects = 0; redirects <= redirectsMax; redirects += 1) {
        allowed = hostsAfter(url, allowed);
        const response = await send(
          url,
          isAllowedHost(url, allowed) ? ownNetwork : publicOnly,
          request,
          signal,
        );
        const location = response.headers.get('location');
        if (!redirectStatuses.has(response.status) || location === null)
          return readAnswer(response, url, request, signal);
        await response.body?.cancel();
        url = nextAddress(location, url, allowed);
      }
      throw new FetchProblem(
        'too-many-redirects',
        `${serverName(url, request)} sends this request from one address to the next, more than ${redirectsMax} times. Open ${address} in a browser to see where it leads.`,
      );
    },
    close: async () => {
      await Promise.all([publicOnly.destroy(), ownNetwork.destroy()]);
    },
  };
}

function nextAddress(location: string, from: URL, allowed: AllowedHosts): URL {
  try {
    return parseWebAddress(location, allowed, from);
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error;
    throw new FetchProblem('address-refused', `${from.hostname} redirects elsewhere. ${error.message}`);
  }
}
