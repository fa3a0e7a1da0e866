import { receiveMultipart } from '@/lib/ingest/multipart';

/** The text fields of a small form without files. @throws Problem as {@link receiveMultipart} */
export async function receivedFields(request: Request): Promise<Readonly<Record<string, string>>> {
  const { fields } = await receiveMultipart(request, { filesMax: 1, bytesMax: 1024 });
  return fields;
}

/** What a handler under `[id]` is given. */
export interface ById {
  readonly params: Promise<{ readonly id: string }>;
}
