import { parseAccountDetails } from '@/lib/auth/account-details';
import { invitePerson } from '@/lib/auth/manage-people';
import { siteOrigin } from '@/lib/platform/site-origin';
import { answerForm } from '../../../form-answer';
import { methods } from '../../../methods';
import { receivedFields } from '../../../received-fields';
import { shownOnceCookie } from '../../../shown-once';

/** Makes an account for somebody; their page shows the link by which they set a password. */
function receive(request: Request) {
  let typed: Record<string, string> = {};
  return answerForm(request, { page: '/admin/people', fields: () => typed }, async () => {
    const { name = '', email = '', role = '' } = await receivedFields(request);
    typed = { name, email, role };
    const { person, link } = await invitePerson(parseAccountDetails(typed));
    const page = `/admin/people/${person.id}`;
    return {
      href: page,
      cookies: [shownOnceCookie(page, { name: person.name, secret: siteOrigin() + link })],
    };
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: receive }, { isOpen: false });
