import { cookies } from 'next/headers';
import { isSigned } from '@/lib/imports/preview/signed-address';
import { previewClient } from '@/lib/imports/preview/preview';
import { smallPicture } from '@/lib/imports/preview/small-picture';
import { sourceNamed } from '@/lib/imports/sources';
import { requireAccess } from '@/lib/operations/guard';
import { Problem } from '@/lib/platform/problem';
import { problemResponse } from '../../../endpoint';
import { methods } from '../../../methods';

/**
 * A museum's picture, small, for a curator who chooses. This server fetches it, so that the museum does not learn who
 * looks, and only addresses that it has found in a museum's record.
 */
async function picture(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  try {
    await requireAccess(request, cookies);
    const [name = '', address = '', mark = ''] = ['source', 'address', 'mark'].map(
      (field) => searchParams.get(field) ?? '',
    );
    if (!(await isSigned(name, address, mark)))
      throw new Problem('forbidden', 'This address was not found in a museum’s record.');
    const bytes = await smallPicture(address, previewClient(sourceNamed(name)));
    return new Response(new Uint8Array(bytes), {
      headers: { 'content-type': 'image/webp', 'cache-control': 'private, max-age=86400, immutable' },
    });
  } catch (error) {
    return problemResponse(error, request);
  }
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: picture }, { isOpen: false });
