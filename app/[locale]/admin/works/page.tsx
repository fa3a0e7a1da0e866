import { adminMetadata, adminPage } from '../admin-page';
import { worksPage } from './works-page';
import { worksList } from './works-list';

export const generateMetadata = () => adminMetadata('works');

/** All works that are kept, public or not. */
export default adminPage('/admin/works', async (_signedIn, { searchParams }) =>
  worksPage(await searchParams, (params) => worksList(params, 'collection')),
);
