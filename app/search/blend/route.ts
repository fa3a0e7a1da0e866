import { blendFromForm } from '@/lib/search/blend-form';
import { Problem, problemKinds } from '@/lib/platform/problem';
import { searchHref } from '@/lib/search/query';
import { respondWithPage } from '../../respond-with-page';

/** Turns the fields of the blend control into the one address of that blend. */
export async function GET(request: Request) {
  try {
    const query = blendFromForm(new URL(request.url).searchParams);
    return new Response(null, { status: 303, headers: { location: searchHref(query) } });
  } catch (error) {
    if (error instanceof Problem)
      return respondWithPage(
        request,
        `/search${new URL(request.url).search}`,
        problemKinds[error.kind].status,
      );
    throw error;
  }
}
