import { connect } from '@/lib/catalog/database';
import { elasticsearchIndex } from '@/lib/search/elasticsearch/elasticsearch-index';
import { rankingLimits } from '@/lib/search/elasticsearch/query/ranking-plan';
import { useTestDatabase } from '../support/database';
import {
  describeWithElasticsearch,
  removeIndices,
  settling,
  testClient,
  testMaintenance,
} from '../support/elasticsearch';
import { describeSearchIndex } from './search-index';

// Each test has an index of its own.
jest.setTimeout(60_000);

const postgres = useTestDatabase();

describeWithElasticsearch('of the two ways to rank', () => {
  describe.each([
    ['exact scores', rankingLimits],
    ['graphs', { ...rankingLimits, exactWorksMax: 0 }],
  ])('%s', (ranking, limits) => {
    describeSearchIndex(`elasticsearch (${ranking})`, async () => {
      await postgres.db.$executeRawUnsafe(
        'TRUNCATE artworks, images, spaces, removed_artworks, index_changes CASCADE',
      );
      const maintenance = testMaintenance(postgres.db, postgres.url);
      const otherDb = connect(postgres.url);
      const { layout } = maintenance;
      const index = elasticsearchIndex({ client: testClient('search'), db: postgres.db, layout, limits });
      return {
        index,
        db: postgres.db,
        otherDb,
        settle: settling(maintenance),
        close: async () => {
          await index.close();
          await removeIndices(maintenance);
          await otherDb.$disconnect();
        },
      };
    });
  });
});
