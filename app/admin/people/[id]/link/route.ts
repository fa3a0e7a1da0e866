import { makeResetLink } from '@/lib/auth/manage-people';
import { siteOrigin } from '@/lib/platform/site-origin';
import { answerForm } from '../../../../form-answer';
import { methods } from '../../../../methods';
import { type ById } from '../../../../received-fields';
import { shownOnceCookie } from '../../../../shown-once';

/** Makes a link by which a person sets a new password; their page shows it once. */
async function receive(request: Request, { params }: ById) {
  const { id } = await params;
  const page = `/admin/people/${id}`;
  return answerForm(request, { page }, async () => {
    const { person, link } = await makeResetLink(id);
    return {
      href: page,
      cookies: [shownOnceCookie(page, { name: person.name, secret: siteOrigin() + link })],
    };
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: receive }, { isOpen: false });
