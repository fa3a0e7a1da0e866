import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { processSingleton } from '@/lib/platform/process-singleton';
import { type BrowserFile, browserFiles } from '../browser/browser-files';
import { networkKinds, type EmbeddingKind } from '../embedding';
import { fittedSpace } from '../fitted-space';
import { paletteSpace } from '../palette';
import { recipeNamed } from '../recipes';
import type { Provenance } from '../stored-network';

/** The network that a browser can run, as it lies in the models folder now. */
export interface BrowserNetwork {
  /** 32 hex digits over all its files: what is at an address with it never changes. */
  readonly digest: string;
  readonly files: Readonly<Record<BrowserFile, Uint8Array<ArrayBuffer>>>;
  /** Ids of the spaces that it embeds in. */
  readonly spaces: Readonly<Record<EmbeddingKind, string>>;
}

/** The recipe whose network and projections are small enough to be sent. */
const browserRecipe = 'lite';

/**
 * Null where its files are not there, or do not belong together. Held in memory (3 MB), and read again when they
 * have changed on disk.
 */
export async function browserNetwork(modelsDir: string): Promise<BrowserNetwork | null> {
  const held = processSingleton('browser-network', () => ({
    signature: '',
    network: Promise.resolve<BrowserNetwork | null>(null),
  }));
  const signature = await signatureOf(modelsDir);
  if (signature === null) return null;
  if (held.signature !== signature) {
    held.signature = signature;
    held.network = readNetwork(modelsDir).catch(() => null);
  }
  return held.network;
}

function fileOf(modelsDir: string, file: BrowserFile): string {
  return path.join(modelsDir, browserRecipe, file);
}

async function signatureOf(modelsDir: string): Promise<string | null> {
  try {
    const found = await Promise.all(browserFiles.map((file) => stat(fileOf(modelsDir, file))));
    return [modelsDir, ...found.map(({ size, mtimeMs }) => `${size} ${mtimeMs}`)].join('\n');
  } catch {
    return null;
  }
}

async function readNetwork(modelsDir: string): Promise<BrowserNetwork> {
  const hash = createHash('sha256');
  const contents = await Promise.all(browserFiles.map((file) => readFile(fileOf(modelsDir, file))));
  for (const content of contents) hash.update(String(content.length)).update('\0').update(content);
  const files = Object.fromEntries(
    browserFiles.map((file, i) => [file, Uint8Array.from(contents[i] ?? [])]),
  ) as Record<BrowserFile, Uint8Array<ArrayBuffer>>;
  const recipe = recipeNamed(browserRecipe);
  const {
    network: name,
    layers,
    layerDigests,
  } = JSON.parse(new TextDecoder().decode(files['provenance.json'])) as Provenance;
  const [style, content] = await Promise.all(
    networkKinds.map((kind) =>
      fittedSpace(files[`${kind}.projection`], recipe, kind, { name, layers, layerDigests }),
    ),
  );
  if (!style || !content) throw new Error('a kind of embedding is missing');
  const palette = await paletteSpace(recipe.view);
  return {
    digest: hash.digest('hex').slice(0, 32),
    files,
    spaces: { style: style.space.id, content: content.space.id, palette: palette.id },
  };
}
