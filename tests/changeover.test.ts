import { readFile } from 'node:fs/promises';
import { searchResultSchema, uploadResultSchema } from '@/app/api/_lib/search.schema';
import { apiClient } from './api/client';
import { copyBundledModels } from './support/bundled-models';
import { useTestDatabase } from './support/database';
import { describeWith } from './support/prerequisites';
import { runProgram } from './support/program';
import { useSite } from './support/site';

// Two networks are loaded, and works are embedded with both.
jest.setTimeout(300_000);

const works = ['cubist', 'ukiyo-e', 'woodcut'].flatMap((style) => [`${style}-sea`, `${style}-tree`]);
const postgres = useTestDatabase({ samples: works, recipe: 'lite' });

describeWith(['vgg19'], 'when VGG19 becomes available', () => {
  let modelsDir = '';
  beforeAll(async () => {
    modelsDir = await copyBundledModels(postgres.dataDir);
  });
  const site = useSite(postgres, {
    worker: true,
    env: () => ({ GAFU_MODELS_DIR: modelsDir, VGG19_WEIGHTS: '' }),
  });
  const api = apiClient(site);

  const upload = async (name: string) => {
    const answer = await api.postBytes(await readFile(`samples/works/${name}.webp`), 'image/webp');
    expect(answer.status).toBe(201);
    return uploadResultSchema.parse(await answer.json());
  };

  test('a collection changes over without interruption, servers and links included', async () => {
    const before = await upload('woodcut-sea');
    const address = `/api/v1/search?style=${before.upload.id}`;
    expect(before.network).toMatchObject({ name: 'lite', recipe: 'lite' });
    expect(before.hits[0]?.artwork.title).toBe('Sail');

    const installing = runProgram(['cli/gafu.mjs', 'models', 'install'], { GAFU_MODELS_DIR: modelsDir });
    expect(await installing.end()).toBe(0);
    let running = true;
    const reindexing = site.gafu('reindex').finally(() => (running = false));
    const seen = new Set<string | null>();
    while (running) {
      const answer = await api.get(address);
      expect(answer.status).toBe(200);
      seen.add(searchResultSchema.parse(await answer.json()).network.name);
    }
    expect(await reindexing).toContain(
      `${works.length} works are searched by the recipe "default" with vgg19.`,
    );
    expect([...seen]).toContain('lite');

    // The same server, never restarted: the link from before, and a new picture.
    const link = await api.read(searchResultSchema, address);
    expect(link.network).toMatchObject({ name: 'vgg19', recipe: 'default' });
    expect(link.hits[0]?.artwork.title).toBe('Sail');
    const after = await upload('ukiyo-e-tree');
    expect(after.network).toMatchObject({ name: 'vgg19', recipe: 'default' });
    expect(after.hits).toHaveLength(works.length);
  });
});
