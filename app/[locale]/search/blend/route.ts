import { addressFromForm } from '@/lib/search/question-form';

/** Turns the fields of a form about the question into the one address of that search. */
export function GET(request: Request) {
  return new Response(null, {
    status: 303,
    // The address may hold the unguessable id of an upload.
    headers: {
      location: addressFromForm(new URL(request.url).searchParams),
      'cache-control': 'private, no-cache',
    },
  });
}
