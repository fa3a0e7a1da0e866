import { cookies } from 'next/headers';
import { signOut } from '@/lib/auth/session';
import { answerForm } from '../../form-answer';
import { methods } from '../../methods';

/** Signs the curator out, here and at the server. */
function logOut(request: Request) {
  return answerForm(request, { page: '/admin' }, async () => {
    await signOut(await cookies());
    return '/admin';
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: logOut }, { isOpen: false });
