import { cookies } from 'next/headers';
import { changePassword } from '@/lib/auth/own-account';
import { answerCuratorForm } from '../../../form-answer';
import { receivedFields } from '../../../received-fields';

const page = '/admin/account';

/** Changes one's own password, and signs one out everywhere else. */
export function POST(request: Request) {
  return answerCuratorForm(request, { page }, async (signedIn) => {
    const { currentPassword = '', newPassword = '' } = await receivedFields(request);
    await changePassword(await cookies(), signedIn, { currentPassword, newPassword });
    return `${page}?saved=password`;
  });
}
