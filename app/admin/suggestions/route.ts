import { curatorEndpoint, freshJson } from '@/app/curator-endpoint';
import { methods } from '@/app/methods';
import { database } from '@/lib/catalog/database';
import { suggest } from '@/lib/curation/suggest';

/** For curators who fill in a field: what the collection has already. `?field=medium&text=woo` */
const get = curatorEndpoint(async (request) => {
  const { searchParams } = new URL(request.url);
  const found = await suggest(
    await database(),
    searchParams.get('field') ?? '',
    searchParams.get('text') ?? '',
  );
  return freshJson({ suggestions: found });
});

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get }, { isOpen: false });
