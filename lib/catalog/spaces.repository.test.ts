import { someSpace } from '@/tests/support/artworks';
import { useTestDatabase } from '@/tests/support/database';
import { connect } from './database';
import { findLiveSpaces, registerSpace, setLiveSpaces } from './spaces.repository';

const store = useTestDatabase();

test('live spaces are those that any process has made live last', async () => {
  const other = connect(store.url);
  try {
    const [first, second] = [someSpace('style', 'a'), someSpace('style', 'b')];
    for (const space of [first, second]) await registerSpace(other, space);
    expect(await findLiveSpaces(store.db)).toEqual({});
    for (const space of [first, second, first]) {
      await setLiveSpaces(other, { style: space.id });
      expect(await findLiveSpaces(store.db)).toEqual({ style: space });
      // Known already.
      expect(await findLiveSpaces(store.db)).toEqual({ style: space });
    }
  } finally {
    await other.$disconnect();
  }
});
