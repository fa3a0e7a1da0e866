import { curatorEndpoint, freshJson } from '@/app/curator-endpoint';
import { methods } from '@/app/methods';
import { type ById } from '@/app/received-fields';
import { chooseList } from '@/lib/ingest/batch/open-batch';
import { receiveMultipart } from '@/lib/ingest/multipart';
import { Problem } from '@/lib/platform/problem';

const bytesMax = 20 * 2 ** 20;

/** Takes the list that came with the pictures: CSV or JSON, as a form's file. */
const take = curatorEndpoint<ById>(async (request, { params }) => {
  const { id } = await params;
  const { files } = await receiveMultipart(request, { filesMax: 1, bytesMax });
  const [file] = files;
  if (file === undefined)
    throw new Problem('invalid-request', 'No list was chosen. Choose a CSV or JSON file.');
  await chooseList(id, file.bytes, file.name);
  return freshJson({});
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: take }, { isOpen: false });
