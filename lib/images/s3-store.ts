import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { type S3Settings } from '@/lib/platform/settings';
import { imagePath } from './image-key';
import { type ImageStore } from './image-store';
import { withS3Problems } from './s3-problem';

/**
 * An image store in a bucket of Amazon S3 or a storage that speaks its language: objects appear whole or not at all,
 * and are durable when the answer comes.
 */
export function s3Store(
  client: S3Client,
  { bucket, prefix }: Pick<S3Settings, 'bucket' | 'prefix'>,
): ImageStore {
  const place = (key: string) => ({ Bucket: bucket, Key: `${prefix}${imagePath(key)}` });
  const remove = (Key: string) => client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
  return {
    async put(key, bytes) {
      const ContentType = contentType(key);
      const object = { ...place(key), Body: bytes, ContentType };
      await withS3Problems(() => client.send(new PutObjectCommand(object)));
    },
    async get(key) {
      const object = place(key);
      return withS3Problems(async () => {
        try {
          const { Body } = await client.send(new GetObjectCommand(object));
          return Body === undefined ? null : Buffer.from(await Body.transformToByteArray());
        } catch (error) {
          if (error instanceof NoSuchKey) return null;
          throw error;
        }
      });
    },
    async probe() {
      const object = { Bucket: bucket, Key: `${prefix}.probe` };
      await withS3Problems(async () => {
        await client.send(new PutObjectCommand({ ...object, Body: 'probe' }));
        await client.send(new DeleteObjectCommand(object));
      });
    },
    async delete(key) {
      const { Key } = place(key);
      await withS3Problems(async () => {
        // A key is 64 characters long, so what begins with it is it or a rendition of it: a handful.
        const { Contents = [] } = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: Key }),
        );
        const renditions = Contents.flatMap((object) => object.Key ?? []).filter((found) => found !== Key);
        await Promise.all(renditions.map(remove));
        // The original last: if the storage fails in between, the work still has its picture.
        await remove(Key);
      });
    },
  };
}

function contentType(key: string): string {
  if (key.endsWith('.part')) return 'application/octet-stream';
  return key.endsWith('.webp') ? 'image/webp' : 'image/jpeg';
}
