import { log } from '@/lib/platform/log';
import { Problem } from '@/lib/platform/problem';

const retryAfterSeconds = 5;

/** What the operator has to mend, by the name of the storage's answer; all else may get well by itself. */
const mends: Readonly<Record<string, string>> = {
  NoSuchBucket: 'there is no such bucket: see S3_BUCKET',
  PermanentRedirect: 'the bucket is in another region: see S3_REGION',
  AuthorizationHeaderMalformed: 'the bucket is in another region: see S3_REGION',
  AccessDenied: 'it refuses access: the key needs s3:GetObject, PutObject, DeleteObject and ListBucket',
  InvalidAccessKeyId: 'it does not know the key: see AWS_ACCESS_KEY_ID',
  SignatureDoesNotMatch: 'it refuses the signature: see AWS_SECRET_ACCESS_KEY',
  InsufficientStorage: 'it is full',
  QuotaExceeded: 'its quota is used up',
  XMinioStorageFull: 'it is full',
  CredentialsProviderError: 'no key was given: see AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
};

/**
 * Runs what asks the storage, and nothing else: whatever it throws comes from there or from the way there.
 * @throws Problem `unavailable` for all that keeps the storage from answering; the log says more than the visitor is told
 */
export async function withS3Problems<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const { name, message } = error as Error;
    const mend = mends[name];
    log.error({ reason: mend ?? `${name}: ${message}` }, 'The picture storage cannot be used');
    const told = mend ?? 'it does not answer';
    throw new Problem(
      'unavailable',
      `The picture storage cannot be used (${told}). Nothing is lost; try again in a moment.`,
      { retryAfterSeconds },
    );
  }
}
