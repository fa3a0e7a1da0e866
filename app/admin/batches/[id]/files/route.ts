import { z } from 'zod';
import { curatorEndpoint, freshJson } from '@/app/curator-endpoint';
import { methods } from '@/app/methods';
import { type ById } from '@/app/received-fields';
import { batchFilesMax, chooseFiles, chooseInstead } from '@/lib/ingest/batch/open-batch';
import { receiveJson } from '@/lib/ingest/receive-json';

const bytesMax = 4 * 2 ** 20;
const pathLengthMax = 1_000;
/** The last moment that JavaScript knows. */
const msMax = 8.64e15;

const file = z.object({
  path: z
    .string()
    .min(1)
    .max(pathLengthMax)
    .transform((path) => path.replaceAll('\0', '')),
  sizeBytes: z.int().min(0),
  modifiedMs: z.number().min(0).max(msMax),
});
const choice = z.union([
  z.object({ files: z.array(file).min(1).max(batchFilesMax) }),
  z.object({ insteadOf: z.string(), file }),
]);

/** Makes chosen files known to a batch. Each is then sent to the address `uploads/ID`, by the tus protocol. */
const choose = curatorEndpoint<ById>(async (request, { params }) => {
  const { id } = await params;
  const chosen = await receiveJson(request, choice, bytesMax);
  if ('files' in chosen) return freshJson({ ids: await chooseFiles(id, chosen.files) });
  await chooseInstead(id, chosen.insteadOf, chosen.file);
  return freshJson({ ids: [chosen.insteadOf] });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: choose }, { isOpen: false });
