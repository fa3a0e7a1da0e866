import { readPicture } from '@/lib/images/safe-picture';
import { receivePicture } from '@/lib/ingest/receive-picture';
import { replacePicture } from '@/lib/ingest/replace-picture';
import { answerForm } from '../../../../form-answer';
import { methods } from '../../../../methods';
import { type ById } from '../../../../received-fields';

/** Another picture for a work, which keeps its id and all that is said of it. */
async function replacePictureOf(request: Request, { params }: ById) {
  const { id } = await params;
  const page = `/admin/works/${encodeURIComponent(id)}/picture`;
  return answerForm(request, { page }, async () => {
    const { bytes } = await receivePicture(request);
    await replacePicture(id, await readPicture(bytes));
    return `${page}?replaced=1`;
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods(
  { POST: replacePictureOf },
  { isOpen: false },
);
