import path from 'node:path';
import { processSingleton } from '@/lib/platform/process-singleton';
import { settings } from '@/lib/platform/settings';
import { folderStore } from './folder-store';
import { type ImageStore } from './image-store';
import { openS3Client } from './s3-client';
import { s3Store } from './s3-store';

/** The store of this process, as the settings say: the bucket S3_BUCKET, else the folder `images` of the data folder. */
export function imageStore(): ImageStore {
  return processSingleton('image-store', () => {
    const { s3, dataDir } = settings();
    return s3 === null ? folderStore(path.resolve(dataDir, 'images')) : s3Store(openS3Client(s3), s3);
  });
}
