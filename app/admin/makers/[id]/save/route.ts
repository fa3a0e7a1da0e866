import { makerFields, type MakerForm, saveMaker } from '@/lib/curation/edit-maker';
import { answerForm } from '../../../../form-answer';
import { methods } from '../../../../methods';
import { type ById, receivedFields } from '../../../../received-fields';

/** Saves a maker's record. */
async function receive(request: Request, { params }: ById) {
  const { id } = await params;
  const page = `/admin/makers/${id}`;
  let typed: Readonly<Record<string, string>> = {};
  return answerForm(request, { page, fields: () => typed }, async () => {
    typed = await receivedFields(request);
    await saveMaker(id, formIn(typed, ''), formIn(typed, 'base.'));
    return `${page}?saved=record`;
  });
}

function formIn(fields: Readonly<Record<string, string>>, prefix: string): MakerForm {
  return Object.fromEntries(
    makerFields.map((name) => [name, fields[`${prefix}${name}`]?.replaceAll('\r\n', '\n') ?? '']),
  ) as MakerForm;
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: receive }, { isOpen: false });
