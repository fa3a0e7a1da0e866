// Makes the bucket S3_BUCKET where it is not there yet; the storage and the key as Gafu itself is given them.
import { CreateBucketCommand, HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';

const { S3_BUCKET: Bucket, S3_ENDPOINT: endpoint, S3_REGION: region = 'us-east-1' } = process.env;
if (!Bucket) {
  console.error('S3_BUCKET names no bucket to be made.');
  process.exit(1);
}
const client = new S3Client({
  region,
  ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
});
try {
  await client.send(new HeadBucketCommand({ Bucket }));
  console.log(`The bucket ${Bucket} is there.`);
} catch (error) {
  if (error.$metadata?.httpStatusCode !== 404) throw error;
  await client.send(new CreateBucketCommand({ Bucket }));
  console.log(`The bucket ${Bucket} was made.`);
}
