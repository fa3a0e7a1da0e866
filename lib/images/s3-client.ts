import { S3Client } from '@aws-sdk/client-s3';
import { type S3Settings } from '@/lib/platform/settings';

/**
 * Pictures are written and removed inside open database transactions, so a storage that hangs must not hold them for
 * long: a picture has at most 25 MB, and two tries end within this.
 */
const timeoutsMs = { connection: 2_000, request: 10_000 } as const;
const triesMax = 2;

/** A client of the storage that the settings name. It keeps connections; `destroy()` ends them. */
export function openS3Client({ endpoint, region, forcePathStyle }: S3Settings): S3Client {
  return new S3Client({
    ...(endpoint === null ? {} : { endpoint }),
    region,
    forcePathStyle,
    maxAttempts: triesMax,
    requestHandler: {
      connectionTimeout: timeoutsMs.connection,
      requestTimeout: timeoutsMs.request,
      // Also for an answer that begins and then stands still.
      socketTimeout: timeoutsMs.request,
      throwOnRequestTimeout: true,
    },
    // Not every storage knows the newer checksums; the signature covers the bytes in any case.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}
