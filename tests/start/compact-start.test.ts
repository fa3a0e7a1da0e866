import { readFile } from 'node:fs/promises';
import { uploadResultSchema } from '@/app/api/_lib/search.schema';
import { ensureBuilt } from '@/cli/start/build';
import { copyBundledModels } from '../support/bundled-models';
import { freePort } from '../support/free-port';
import { useStarts } from './starts';

// A network is loaded and 144 works are embedded, on a machine that may have other work.
jest.setTimeout(300_000);

beforeAll(async () => {
  await ensureBuilt(process.cwd(), new AbortController().signal);
}, 300_000);

const starts = useStarts();

test('where VGG19 cannot be had, a first start is complete at once, with the compact network', async () => {
  const closed = await freePort();
  const started = performance.now();
  const program = starts.start({
    ELASTICSEARCH_URL: '',
    GAFU_MODELS_DIR: await copyBundledModels(starts.dataDir),
    VGG19_WEIGHTS: '',
    VGG19_URL: `http://127.0.0.1:${closed}/vgg19.h5`,
  });
  await program.until(/Gafu is at http/);
  await program.until(/The sample collection is there: 144 works added/);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `The sample collection is searchable ${seconds.toFixed(0)} s after the first start (30 s are asked for on a machine without other work).`,
  );
  expect(program.output()).toContain(`http://127.0.0.1:${closed}/vgg19.h5 cannot be reached`);
  expect(program.output()).toContain('Gafu uses the compact network');
  expect(program.output()).toMatch(/Sample collection: \d+ of 144 works/);

  const answer = await fetch(`${starts.origin}/api/v1/search?by=style&limit=3`, {
    method: 'POST',
    headers: { 'Content-Type': 'image/webp' },
    body: await readFile('samples/works/woodcut-sea.webp'),
  });
  expect(answer.status).toBe(201);
  const { hits, network } = uploadResultSchema.parse(await answer.json());
  expect(network).toMatchObject({ name: 'lite', recipe: 'lite' });
  const [first] = hits;
  expect(first?.artwork).toMatchObject({ title: 'Sail', artist: 'Gerlinde Ostrach' });

  const page = await fetch(`${starts.origin}/works/${first?.artwork.id}`);
  expect(await page.text()).toContain('the compact network');
});
