import { inLanguageOfSender } from '@/i18n/locale-address';
import { addressFromForm } from '@/lib/search/question-form';

/** Turns the fields of a form about the question into the one address of that search. */
export function GET(request: Request) {
  return new Response(null, {
    status: 303,
    headers: {
      location: inLanguageOfSender(request, addressFromForm(new URL(request.url).searchParams)),
      // The address may hold the unguessable id of an upload.
      'cache-control': 'private, no-cache',
      vary: 'Referer',
    },
  });
}
