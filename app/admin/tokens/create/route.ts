import { makeToken } from '@/lib/auth/manage-tokens';
import { scopes } from '@/lib/auth/scope';
import { answerCuratorForm } from '../../../form-answer';
import { methods } from '../../../methods';
import { receivedFields } from '../../../received-fields';
import { shownOnceCookie } from '../../../shown-once';

const page = '/admin/tokens';

/** Makes an API token; the page shows it once. Each scope is a checkbox of its own name. */
function receive(request: Request) {
  let typed: Record<string, string> = {};
  return answerCuratorForm(request, { page, fields: () => typed }, async (signedIn) => {
    const { name = '', days = '', ...fields } = await receivedFields(request);
    const chosen = scopes.filter((scope) => fields[scope] !== undefined);
    typed = { name, days, ...Object.fromEntries(chosen.map((scope) => [scope, 'on'])) };
    const { token, text } = await makeToken(signedIn, { name, days, scopes: chosen });
    return { href: page, cookies: [shownOnceCookie(page, { name: token.name, secret: text })] };
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: receive }, { isOpen: false });
