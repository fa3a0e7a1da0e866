import { parseName } from '@/lib/auth/account-details';
import { changeName } from '@/lib/auth/own-account';
import { answerCuratorForm } from '../../../form-answer';
import { methods } from '../../../methods';
import { receivedFields } from '../../../received-fields';

const page = '/admin/account';

/** Changes one's own name. */
function receive(request: Request) {
  let typed: Record<string, string> = {};
  return answerCuratorForm(request, { page, fields: () => typed }, async (signedIn) => {
    const { name = '' } = await receivedFields(request);
    typed = { name };
    await changeName(signedIn, parseName(name));
    return `${page}?saved=name`;
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: receive }, { isOpen: false });
