import { Problem } from '@/lib/platform/problem';
import { searchHref } from '@/lib/search/query';
import { queryFromWeights } from '@/lib/search/weights-form';

/**
 * Turns the fields of the form of weights into the one address of that search. Fields that name no search are left in
 * the address: the results page says what is wrong with them.
 */
export function GET(request: Request) {
  const { search, searchParams } = new URL(request.url);
  return new Response(null, {
    status: 303,
    // The address may hold the unguessable id of an upload.
    headers: {
      location: blendHref(searchParams) ?? `/search${search}`,
      'cache-control': 'private, no-cache',
    },
  });
}

function blendHref(fields: URLSearchParams): string | null {
  try {
    return searchHref(queryFromWeights(fields));
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
