import { endOtherSessions } from '@/lib/auth/own-account';
import { answerCuratorForm } from '../../../form-answer';
import { methods } from '../../../methods';

const page = '/admin/account';

/** Signs one out everywhere but here. */
function receive(request: Request) {
  return answerCuratorForm(request, { page }, async (signedIn) => {
    await endOtherSessions(signedIn);
    return `${page}?saved=sessions`;
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: receive }, { isOpen: false });
