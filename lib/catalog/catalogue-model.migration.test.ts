import { Client } from 'pg';
import { createTestDatabase, dropTestDatabase, testServerUrl } from '@/tests/support/test-server';
import { findArtworks } from './artworks.repository';
import { connect } from './database';
import { migrate, readMigrations } from './migrate';

const migration = '20261126040800_catalogue_model';

/** A catalogue as it was kept before makers were records of their own. */
const before = `
  INSERT INTO artists (name) VALUES ('Hokusai'), ('Ada; Bea');
  INSERT INTO images (key, width, height, size_bytes, media_type, thumbhash, colour, perceptual_hash)
    SELECT repeat(n::text, 64), 4, 3, 9, 'image/png', 't', '#000000', '0000000000000000' FROM generate_series(1, 3) n;
  INSERT INTO artworks (id, title, artist, movement, subject, medium, date_text, year, description, source, rights, image_key, state)
  VALUES
    ('first', 'The Great Wave', 'Hokusai', 'Ukiyo-e', 'Sea', 'woodcut', '1830–32', 1830, 'A wave.', 'https://example.org/1', 'CC0', repeat('1', 64), 'ready'),
    ('second', 'Untitled', 'Ada; Bea', NULL, NULL, NULL, NULL, NULL, NULL, 'Town museum', '© Ada', repeat('2', 64), 'failed'),
    ('third', 'Nameless', NULL, NULL, NULL, NULL, NULL, -50, NULL, NULL, NULL, repeat('3', 64), 'pending');
  INSERT INTO source_files (path, artwork_id) VALUES ('/pictures/1.png', 'first');
  UPDATE index_changes SET due = false`;

test('a catalogue from before keeps all it said, and every work is written to the index again', async () => {
  const serverUrl = await testServerUrl();
  const url = await createTestDatabase(serverUrl);
  const client = new Client({ connectionString: url });
  await client.connect();
  const db = connect(url);
  try {
    await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    await migrate(
      url,
      readMigrations().filter(({ name }) => name < migration),
    );
    await client.query(before);
    await migrate(url);
    const [first, second, third] = await findArtworks(db, ['first', 'second', 'third']);
    expect(first).toMatchObject({
      titles: [{ text: 'The Great Wave', language: null }],
      makers: [{ name: 'Hokusai', role: null, qualifier: null }],
      artist: 'Hokusai',
      movements: ['Ukiyo-e'],
      subjects: ['Sea'],
      medium: 'woodcut',
      dateText: '1830–32',
      year: 1830,
      descriptions: [{ text: 'A wave.', language: null }],
      sourceUrl: 'https://example.org/1',
      collection: null,
      rights: 'CC0',
      rightsUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
      state: 'ready',
      publication: 'published',
      isPublic: true,
    });
    expect(second).toMatchObject({
      makers: [{ name: 'Ada; Bea' }],
      collection: 'Town museum',
      sourceUrl: null,
      rights: '© Ada',
      rightsUrl: null,
      state: 'failed',
    });
    expect(third).toMatchObject({ title: 'Nameless', makers: [], artist: null, year: -50 });
    const { rows } = await client.query('SELECT count(*)::integer AS due FROM index_changes WHERE due');
    expect(rows).toEqual([{ due: 3 }]);
    expect(await db.sourceFile.count()).toBe(1);
  } finally {
    await db.$disconnect();
    await client.end();
    await dropTestDatabase(serverUrl, url);
  }
});
