import { errors } from '@elastic/elasticsearch';

/** Not signed in, not allowed, or too busy. */
const refusals: readonly (number | undefined)[] = [401, 403, 429];

/** Whether Elasticsearch cannot answer at all, as opposed to rejecting this one request. */
export function isOutage(error: unknown): boolean {
  if (error instanceof errors.ResponseError)
    return refusals.includes(error.statusCode) || (error.statusCode ?? 0) >= 500;
  return error instanceof errors.ElasticsearchClientError && !(error instanceof errors.ConfigurationError);
}

/** Node's messages about certificates: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const distrust = /certificate|self.signed|altname|ERR_TLS|unable to get .* issuer/i;

/** What went wrong and which setting can fix it: for the log and for whoever runs a command. */
export function describeOutage(error: unknown): string {
  const { message } = error instanceof Error ? error : { message: String(error) };
  if (error instanceof errors.ResponseError && error.statusCode === 401)
    return `Elasticsearch does not accept the sign-in (401). See ELASTICSEARCH_API_KEY, or the name and password in ELASTICSEARCH_URL.`;
  if (error instanceof errors.ResponseError && error.statusCode === 403)
    return `Elasticsearch refuses this: ${reasonIn(error) ?? message}. See ELASTICSEARCH_API_KEY: it needs the privilege "all" on the indices of ELASTICSEARCH_INDEX, and "monitor" on the cluster.`;
  if (error instanceof errors.ConnectionError && distrust.test(message))
    return `The certificate of Elasticsearch is not trusted: ${message}. See ELASTICSEARCH_CA_FILE, and the name in ELASTICSEARCH_URL.`;
  return `Elasticsearch does not answer: ${message}. See ELASTICSEARCH_URL.`;
}

function reasonIn({ body }: errors.ResponseError): string | null {
  const { error } = (body ?? {}) as { error?: { reason?: string } };
  return error?.reason ?? null;
}
