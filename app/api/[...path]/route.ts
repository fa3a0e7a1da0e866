import { endpoint } from '@/app/endpoint';
import { Problem } from '@/lib/platform/problem';

/** Unknown addresses under /api: problem details instead of a web page. */
const nothingHere = endpoint((request) => {
  const { pathname } = new URL(request.url);
  throw new Problem('not-found', `There is nothing at ${pathname}. The API is described at /developers.`);
});

export {
  nothingHere as DELETE,
  nothingHere as GET,
  nothingHere as PATCH,
  nothingHere as POST,
  nothingHere as PUT,
};
