import { Embedder } from '../embedder';
import { networkKinds } from '../embedding';
import { fittedSpace } from '../fitted-space';
import { recipeNamed } from '../recipes';
import { openStoredNetwork, type Provenance, type StoredModel } from '../stored-network';
import { type BrowserFile, browserFiles, type DeviceOffer } from './browser-files';
import { DeviceError } from './messages';

export type FetchedFiles = Readonly<Record<BrowserFile, Uint8Array<ArrayBuffer>>>;

/**
 * The network's files, all at once; from the browser's own cache where they have been fetched before.
 * @throws DeviceError `unreachable`; `replaced` where the server has other files by now
 */
export async function fetchNetwork(
  { address, sizesBytes }: DeviceOffer,
  onProgress: (bytesDone: number, bytesAll: number) => void,
): Promise<FetchedFiles> {
  const bytesAll = browserFiles.reduce((sum, file) => sum + sizesBytes[file], 0);
  let bytesDone = 0;
  const fetched = await Promise.all(
    browserFiles.map((file) =>
      fetchFile(`${address}/${file}`, sizesBytes[file], (bytes) => {
        bytesDone += bytes;
        onProgress(bytesDone, bytesAll);
      }),
    ),
  );
  return Object.fromEntries(browserFiles.map((file, i) => [file, fetched[i]])) as FetchedFiles;
}

async function fetchFile(
  url: string,
  sizeBytes: number,
  onBytes: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(url).catch((cause: unknown) => {
    throw new DeviceError('unreachable', `${url}: ${String(cause)}`);
  });
  if (answer.status === 404) throw new DeviceError('replaced', `${url} is not there any more.`);
  if (!answer.ok || !answer.body) throw new DeviceError('unreachable', `${url}: ${answer.status}`);
  const content = new Uint8Array(sizeBytes);
  let at = 0;
  const reader = answer.body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new DeviceError('unreachable', `${url} broke off: ${String(cause)}`);
    });
    if (done) break;
    if (at + value.length > sizeBytes) throw new DeviceError('unreachable', `${url} is too long.`);
    content.set(value, at);
    at += value.length;
    onBytes(value.length);
  }
  if (at !== sizeBytes) throw new DeviceError('unreachable', `${url} was cut short.`);
  return content;
}

/**
 * The embedder of these files on the backend that is in use.
 * @throws DeviceError `replaced` when it does not embed into the spaces that are live
 */
export async function openEmbedder(
  files: FetchedFiles,
  { spaceIds }: DeviceOffer,
  backend: string,
): Promise<Embedder> {
  const json = (file: BrowserFile): unknown => JSON.parse(new TextDecoder().decode(files[file]));
  const provenance = json('provenance.json') as Provenance;
  const model = json('model.json') as StoredModel;
  const recipe = recipeNamed('lite');
  const extractor = await openStoredNetwork(
    { model, provenance, weightData: files['weights.bin'].buffer },
    backend,
  );
  const [style, content] = await Promise.all(
    networkKinds.map((kind) => fittedSpace(files[`${kind}.projection`], recipe, kind, extractor.network)),
  );
  if (!style || !content) throw new DeviceError('unable', 'a kind of embedding is missing');
  const embedder = await Embedder.of(extractor, { style, content }, recipe.view);
  const own = Object.values(embedder.spaces).map(({ id }) => id);
  if (!spaceIds.every((id) => own.includes(id)))
    throw new DeviceError('replaced', `live are ${spaceIds.join(', ')}, this reads into ${own.join(', ')}`);
  return embedder;
}
