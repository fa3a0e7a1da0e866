import { randomBytes } from 'node:crypto';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListObjectsV2Command,
  type S3Client,
} from '@aws-sdk/client-s3';
import { openS3Client } from '@/lib/images/s3-client';
import { type S3Settings } from '@/lib/platform/settings';
import { describeWith } from './prerequisites';

/** A real S3-compatible server on this machine; .ci/run starts one. */
const endpoint = process.env.TEST_S3_ENDPOINT ?? '';

/** `describe` for tests that need S3 storage: skipped, and said so, where there is none. */
export function describeWithS3(name: string, tests: () => void): void {
  describeWith(['s3'], name, tests);
}

export interface TestBucket extends S3Settings {
  readonly client: S3Client;
  /** The settings and the key as a process is given them. */
  readonly env: Readonly<Record<string, string>>;
  /** The names of all objects. */
  objects(): Promise<string[]>;
}

/** What any key is good for: the storage is the tests' own. */
const credentials = { AWS_ACCESS_KEY_ID: 'gafu-tests', AWS_SECRET_ACCESS_KEY: 'gafu-tests-secret' };

/** Call it inside `describeWithS3`: its tests get a bucket of their own, which is removed with all that is in it. */
export function useBucket(): TestBucket {
  Object.assign(process.env, credentials);
  const bucket = `gafu-test-${randomBytes(6).toString('hex')}`;
  const settings: S3Settings = { bucket, endpoint, region: 'us-east-1', prefix: '', forcePathStyle: true };
  const client = openS3Client(settings);
  const objects = async () => {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
    return Contents.flatMap(({ Key }) => Key ?? []);
  };
  beforeAll(() => client.send(new CreateBucketCommand({ Bucket: bucket })));
  afterAll(async () => {
    for (const Key of await objects()) await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
    await client.send(new DeleteBucketCommand({ Bucket: bucket }));
    client.destroy();
  });
  const env = { ...credentials, S3_BUCKET: bucket, S3_ENDPOINT: endpoint };
  return { ...settings, client, env, objects };
}
