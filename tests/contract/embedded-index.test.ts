import { connect } from '@/lib/catalog/database';
import { embeddedIndex } from '@/lib/search/embedded/embedded-index';
import { useTestDatabase } from '../support/database';
import { describeSearchIndex } from './search-index';

const postgres = useTestDatabase();

describeSearchIndex('embedded', async () => {
  await postgres.db.$executeRawUnsafe('TRUNCATE artworks, images, spaces, removed_artworks CASCADE');
  const otherDb = connect(postgres.url);
  const index = embeddedIndex(postgres.db);
  return {
    index,
    db: postgres.db,
    otherDb,
    settle: () => Promise.resolve(),
    close: async () => {
      await index.close();
      await otherDb.$disconnect();
    },
  };
});
