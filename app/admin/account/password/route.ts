import { cookies } from 'next/headers';
import { changePassword } from '@/lib/auth/own-account';
import { answerCuratorForm } from '../../../form-answer';
import { methods } from '../../../methods';
import { receivedFields } from '../../../received-fields';

const page = '/admin/account';

/** Changes one's own password, and signs one out everywhere else. */
function receive(request: Request) {
  return answerCuratorForm(request, { page }, async (signedIn) => {
    const { currentPassword = '', newPassword = '' } = await receivedFields(request);
    await changePassword(await cookies(), signedIn, { currentPassword, newPassword });
    return `${page}?saved=password`;
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: receive }, { isOpen: false });
