import { endOtherSessions } from '@/lib/auth/own-account';
import { answerCuratorForm } from '../../../form-answer';

const page = '/admin/account';

/** Signs one out everywhere but here. */
export function POST(request: Request) {
  return answerCuratorForm(request, { page }, async (signedIn) => {
    await endOtherSessions(signedIn);
    return `${page}?saved=sessions`;
  });
}
