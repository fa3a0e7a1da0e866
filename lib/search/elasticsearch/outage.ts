import { errors } from '@elastic/elasticsearch';

/** Statuses of a cluster that will not answer this deployment: no sign-in, no right, or too much to do. */
const refusals: readonly (number | undefined)[] = [401, 403, 429];

/** Whether it is Elasticsearch's own state, or our way to it, that keeps it from answering, and not what was asked. */
export function isOutage(error: unknown): boolean {
  if (error instanceof errors.ResponseError)
    return refusals.includes(error.statusCode) || (error.statusCode ?? 0) >= 500;
  return error instanceof errors.ElasticsearchClientError && !(error instanceof errors.ConfigurationError);
}

/** Of Node's messages on certificates: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const distrust = /certificate|self.signed|altname|ERR_TLS|unable to get .* issuer/i;

/** What went wrong and, where a setting can mend it, which: for the log and for whoever runs a command. */
export function describeOutage(error: unknown): string {
  const { message } = error instanceof Error ? error : { message: String(error) };
  if (error instanceof errors.ResponseError && error.statusCode === 401)
    return `Elasticsearch does not know who asks (401). See ELASTICSEARCH_API_KEY, or the name and password in ELASTICSEARCH_URL.`;
  if (error instanceof errors.ResponseError && error.statusCode === 403)
    return `Elasticsearch refuses this: ${reasonIn(error) ?? message}. See ELASTICSEARCH_API_KEY: it needs all on the indices of ELASTICSEARCH_INDEX, and monitor.`;
  if (error instanceof errors.ConnectionError && distrust.test(message))
    return `The certificate of Elasticsearch is not trusted: ${message}. See ELASTICSEARCH_CA_FILE, and the name in ELASTICSEARCH_URL.`;
  return `Elasticsearch does not answer: ${message}. See ELASTICSEARCH_URL.`;
}

function reasonIn({ body }: errors.ResponseError): string | null {
  const { error } = (body ?? {}) as { error?: { reason?: string } };
  return error?.reason ?? null;
}
