import { cookies } from 'next/headers';
import {
  lightBoxCookie,
  lightBoxCookieLine,
  readLightBoxCookie,
  withWorks,
} from '@/lib/search/light-box-cookie';
import { answerForm } from '../../form-answer';
import { methods } from '../../methods';
import { receivedFields } from '../../received-fields';

const page = '/lightbox';

/** Changes the light box of this browser: `add` and `remove` are ids of works, with dots between them. */
function change(request: Request) {
  return answerForm(request, { page }, async () => {
    const { add, remove } = await receivedFields(request);
    const now = readLightBoxCookie((await cookies()).get(lightBoxCookie)?.value);
    const removed = readLightBoxCookie(remove);
    const works = withWorks(now, readLightBoxCookie(add)).filter((id) => !removed.includes(id));
    return { href: page, cookies: [lightBoxCookieLine(works)] };
  });
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ POST: change }, { isOpen: false });
