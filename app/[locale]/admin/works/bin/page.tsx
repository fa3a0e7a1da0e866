import { adminMetadata, adminPage } from '../../admin-page';
import { worksPage } from '../works-page';
import { worksList } from '../works-list';

export const generateMetadata = () => adminMetadata('works');

/** The works that were deleted and can still be restored. */
export default adminPage('/admin/works/bin', async (_signedIn, { searchParams }) =>
  worksPage(await searchParams, (params) => worksList(params, 'bin')),
);
