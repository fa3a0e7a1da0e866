import { type BodyType } from './body-type';

export interface WebRequest {
  readonly type: BodyType;
  readonly bytesMax: number;
  /** From the first byte sent to the last one received, redirects included. */
  readonly msMax: number;
  /** What is known of an earlier answer: the server then says whether it has changed. */
  readonly known?: Validators;
  readonly signal?: AbortSignal;
  /** Whether an answer of status 400, 404 or 422 is a body too: OAI-PMH servers send their errors with these. */
  readonly takesErrorBodies?: boolean;
  /** Whose server it is, for messages: "The Metropolitan Museum of Art". */
  readonly owner?: string;
}

/** What a server says a body can be recognized by (RFC 9110, section 8.8). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export type WebAnswer = { readonly kind: 'unchanged' } | WebBody;

export interface WebBody {
  readonly kind: 'body';
  /** Where redirects have led to. */
  readonly address: string;
  readonly validators: Validators;
  readonly bytes: Buffer;
  readonly contentType: string | null;
}

/** What messages call the server of an address. */
export function serverName({ hostname }: URL, { owner }: Pick<WebRequest, 'owner'>): string {
  return owner === undefined ? hostname : `${owner} (${hostname})`;
}
