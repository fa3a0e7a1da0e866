import { connect } from '@/lib/catalog/database';
import { elasticsearchIndex } from '@/lib/search/elasticsearch/elasticsearch-index';
import { rankingLimits } from '@/lib/search/elasticsearch/query/rank-hits';
import { useTestDatabase } from '../support/database';
import {
  describeWithElasticsearch,
  removeIndices,
  settling,
  testClient,
  testUpkeep,
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
      const upkeep = testUpkeep(postgres.db, postgres.url);
      const otherDb = connect(postgres.url);
      const { shape } = upkeep;
      const index = elasticsearchIndex({ client: testClient('search'), db: postgres.db, shape, limits });
      return {
        index,
        db: postgres.db,
        otherDb,
        settle: settling(upkeep),
        close: async () => {
          await index.close();
          await removeIndices(upkeep);
          await otherDb.$disconnect();
        },
      };
    });
  });
});
