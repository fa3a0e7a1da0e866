import { saveUploadedList } from '@/lib/catalog/import-lists.repository';
import { database } from '@/lib/catalog/database';
import { previewParameters } from '@/lib/imports/preview/preview-query';
import { uploadedAddress } from '@/lib/imports/reading/given-list';
import { parseList } from '@/lib/lists/list';
import { receiveMultipart } from '@/lib/ingest/multipart';
import { Problem } from '@/lib/platform/problem';
import { answerForm } from '../../../form-answer';
import { methods } from '../../../methods';

const bytesMax = 20 * 2 ** 20;

/** Keeps a list of pictures by their addresses (`list`, a CSV file), and leads to its works. */
function upload(request: Request) {
  return answerForm(request, { page: '/admin/imports' }, async () => {
    const { files } = await receiveMultipart(request, { filesMax: 1, bytesMax });
    const [file] = files;
    if (file === undefined) throw new Problem('invalid-request', 'No list was chosen. Choose a CSV file.');
    const name = file.name || 'list.csv';
    // What is wrong with it as a whole is said at once.
    parseList(file.bytes, name);
    const id = await saveUploadedList(await database(), { name, bytes: new Uint8Array(file.bytes) });
    const choice = { address: uploadedAddress(id), openOnly: true };
    return `/admin/imports/csv?${new URLSearchParams(previewParameters({ choice, place: { cursor: null, from: 0 } }))}`;
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: upload }, { isOpen: false });
