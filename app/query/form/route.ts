import { getMessages } from 'next-intl/server';
import { jsonAnswer } from '@/app/api/_lib/answer';
import { askedLanguage } from '@/app/asked-language';
import { endpoint } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { database } from '@/lib/catalog/database';
import { pictureLimits } from '@/lib/images/picture-limits';
import { settings } from '@/lib/platform/settings';
import { deviceOffer } from '@/lib/search/device-offer';

/** What the form for a picture needs on a page that does not hold it: asked for when it is opened there. */
const get = endpoint(async (request) => {
  const [offer, { picture, device, refusals }] = await Promise.all([
    deviceOffer(await database()),
    getMessages({ locale: askedLanguage(request) }),
  ]);
  const { bytesMax } = pictureLimits();
  const form = { bytesMax, days: settings().queryDays, offer };
  return jsonAnswer(request, { form, messages: { picture, device, refusals } });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get }, { isOpen: false });
