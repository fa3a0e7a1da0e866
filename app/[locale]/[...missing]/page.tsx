import NotFoundPage from '../not-found';

/** Shown at every address without a page, with status 404 by proxy.ts. */
export default function MissingPage() {
  return <NotFoundPage />;
}
