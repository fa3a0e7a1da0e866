import { cookies } from 'next/headers';
import { problemResponse } from '@/app/endpoint';
import { methods } from '@/app/methods';
import { database } from '@/lib/catalog/database';
import { suggest } from '@/lib/curation/suggest';
import { requireAccess } from '@/lib/operations/guard';

/** For curators who fill in a field: what the collection has already. `?field=medium&text=woo` */
async function get(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  try {
    await requireAccess(request, cookies);
    const found = await suggest(
      await database(),
      searchParams.get('field') ?? '',
      searchParams.get('text') ?? '',
    );
    return Response.json({ suggestions: found }, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return problemResponse(error, pathname);
  }
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get }, { isOpen: false });
