import { cookies } from 'next/headers';
import { signIn } from '@/lib/auth/session';
import { adminPath } from '../../admin-path';
import { answerForm } from '../../form-answer';
import { methods } from '../../methods';
import { receivedFields } from '../../received-fields';

/** Signs a person in, with an account of their own or the shared password. */
function logIn(request: Request) {
  let typed: Record<string, string> = {};
  return answerForm(request, { page: '/admin', fields: () => typed }, async () => {
    const { email = '', password = '', next = '' } = await receivedFields(request);
    typed = { email, next };
    const userAgent = request.headers.get('user-agent') ?? '';
    await signIn(await cookies(), { email, password, userAgent });
    return adminPath(next) ?? '/admin';
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: logIn }, { isOpen: false });
