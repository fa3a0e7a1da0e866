// Run by lib/catalog/postgres/embedded.test.ts: one user of the embedded Postgres, until its stdin ends.
import { openEmbeddedPostgres } from '@/lib/catalog/postgres/embedded';

async function use(): Promise<void> {
  const server = await openEmbeddedPostgres(process.argv[2] ?? '', { flags: ['-c', 'fsync=off'] });
  console.log(`OPEN ${JSON.stringify(server)}`);
  process.stdin.resume().once('end', () => {
    void server.close().then(() => console.log('CLOSED'));
  });
}

void use();
