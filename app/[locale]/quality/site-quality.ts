import path from 'node:path';
import { type Artwork } from '@/lib/catalog/artwork';
import { database } from '@/lib/catalog/database';
import { findSampleArtworks } from '@/lib/catalog/sample-artworks.repository';
import { type ExperimentResults, readExperiments } from '@/lib/quality/experiment-results';
import { type Quality, readQuality } from '@/lib/quality/quality';
import { settings } from '@/lib/platform/settings';
import { chosenRecipe } from '@/lib/vision/node/choose-recipe';
import { findLiveNetwork, type LiveNetwork } from '@/lib/search/live-network';
import { strengthScales } from '@/lib/search/strength/scales';
import { type StrengthScales } from '@/lib/search/strength/strength';

export interface SiteQuality {
  readonly network: LiveNetwork;
  /** What was measured of the running recipe, or else of the default one; null where nothing is shipped. */
  readonly quality: Quality | null;
  /** Whether the figures are of the spaces that this site searches in; `empty`: it searches in none yet. */
  readonly fits: 'yes' | 'no' | 'empty';
  readonly scales: StrengthScales;
  readonly experiments: ExperimentResults | null;
  /** Works of the sample collection that the figures name and that this site has, by title. */
  readonly samples: ReadonlyMap<string, Artwork>;
}

/** All that the page tells, of the site as it runs. */
export async function readSiteQuality(): Promise<SiteQuality> {
  const root = /*turbopackIgnore: true*/ process.cwd();
  const { modelsDir } = settings();
  const db = await database();
  const network = await findLiveNetwork(db);
  const recipe = network.recipe ?? (await chosenRecipe(settings())).name;
  const quality = (await readQuality(modelsDir, recipe)) ?? (await readQuality(modelsDir, 'default'));
  const wrong = quality ? [...quality.samples.style.wrong, ...quality.samples.content.wrong] : [];
  const titles = wrong.flatMap(({ query, hits }) => [query, ...hits]).map(({ title }) => title);
  return {
    network,
    quality,
    fits: fitOf(network, quality),
    scales: await strengthScales(db, network),
    experiments: await readExperiments(path.join(root, 'docs', 'quality', 'results.json')),
    samples: await findSampleArtworks(db, titles),
  };
}

function fitOf({ spaces }: LiveNetwork, quality: Quality | null): SiteQuality['fits'] {
  if (!spaces.style && !spaces.content) return 'empty';
  const isSame = spaces.style?.id === quality?.spaces.style && spaces.content?.id === quality?.spaces.content;
  return isSame ? 'yes' : 'no';
}
