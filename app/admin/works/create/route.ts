import { addArtwork } from '@/lib/ingest/add-artwork';
import { parseArtworkDetails } from '@/lib/ingest/details';
import { receivePicture } from '@/lib/ingest/receive-picture';
import { answerForm } from '../../../form-answer';
import { methods } from '../../../methods';

/** A new work from the curator's form; its own page comes next. What was typed is given back with every refusal. */
function addWork(request: Request) {
  let typed: Record<string, string> = {};
  return answerForm(request, { page: '/admin', fields: () => typed }, async () => {
    const { bytes, fields } = await receivePicture(request);
    typed = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
    const { artwork, duplicateOf } = await addArtwork(bytes, parseArtworkDetails(fields));
    return duplicateOf ? `/admin?known=${artwork.id}` : `/admin/works/${artwork.id}?saved=`;
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: addWork }, { isOpen: false });
