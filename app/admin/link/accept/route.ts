import { cookies } from 'next/headers';
import { parseAccountDetails } from '@/lib/auth/account-details';
import { readOneTimeLink } from '@/lib/auth/one-time-link';
import { createFirstAdministrator, setPasswordByLink } from '@/lib/auth/own-account';
import { signIn } from '@/lib/auth/session';
import { answerForm } from '../../../form-answer';
import { methods } from '../../../methods';
import { receivedFields } from '../../../received-fields';

/** Sets a password by a one-time link, and signs its owner in. */
function receive(request: Request) {
  let typed: Record<string, string> = {};
  let token = '';
  const query = () => `?${new URLSearchParams({ token })}`;
  return answerForm(request, { page: '/admin/link', query, fields: () => typed }, async () => {
    const { password = '', name = '', email = '', ...fields } = await receivedFields(request);
    typed = { name, email };
    token = fields.token ?? '';
    const { person } = await readOneTimeLink(token);
    const owner =
      person === null
        ? await createFirstAdministrator(
            token,
            parseAccountDetails({ name, email, role: 'administrator' }),
            password,
          )
        : await setPasswordByLink(token, password);
    const userAgent = request.headers.get('user-agent') ?? '';
    await signIn(await cookies(), { email: owner.email, password, userAgent });
    return '/admin';
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: receive }, { isOpen: false });
