import { receiveMultipart } from '@/lib/ingest/multipart';

/** The text fields of a small form without files. @throws Problem as {@link receiveMultipart} */
export async function receivedFields(request: Request): Promise<Readonly<Record<string, string>>> {
  const { fields } = await receiveMultipart(request, { filesMax: 1, bytesMax: 1024 });
  return fields;
}

/** More than the form of a work with twenty rows in every part. */
const workFieldsMax = 400;

/** The fields of the form of a work. @throws Problem as {@link receiveMultipart} */
export async function receivedWorkForm(request: Request): Promise<Readonly<Record<string, string>>> {
  const limits = { filesMax: 1, bytesMax: 1024, fieldsMax: workFieldsMax };
  return (await receiveMultipart(request, limits)).fields;
}

/** What a handler under `[id]` is given. */
export interface ById {
  readonly params: Promise<{ readonly id: string }>;
}
