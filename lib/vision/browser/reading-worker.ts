import { cover } from '../cover';
import type { Embedder } from '../embedder';
import { recipeNamed } from '../recipes';
import { viewSize } from '../view';
import { cutWindows, scaledSize } from '../windows';
import { withBestBackend } from './backend';
import type { DeviceOffer } from './browser-files';
import { fetchNetwork, openEmbedder } from './fetch-network';
import { DeviceError, type DeviceReading, type WorkerReply, type WorkerRequest } from './messages';
import { decodePicture, previewOf, rowsOf } from './picture-rows';

// The worker that reads pictures on a visitor's device. It fetches the network, and sends nothing anywhere.

interface Scope {
  postMessage(reply: WorkerReply): void;
  onmessage: ((event: MessageEvent<WorkerRequest>) => void) | null;
}

const scope = self as unknown as Scope;
const { view } = recipeNamed('lite');
let reader: Promise<{ embedder: Embedder; spaceIds: readonly string[] }> | null = null;

scope.onmessage = ({ data: request }) => {
  if (request.type === 'open') {
    reader = open(request.offer);
    reader.catch((error: unknown) => scope.postMessage(failed(null, error, 'unable')));
    return;
  }
  read(request).then(
    (reading) => scope.postMessage({ type: 'read', id: request.id, reading }),
    (error: unknown) => scope.postMessage(failed(request.id, error, 'undecodable')),
  );
};

async function open(offer: DeviceOffer) {
  const files = await fetchNetwork(offer, (bytesDone, bytesAll) =>
    scope.postMessage({ type: 'progress', bytesDone, bytesAll }),
  );
  const { backend, used: embedder } = await withBestBackend(async (name) => {
    const opened = await openEmbedder(files, offer, name);
    // The first picture through a network costs extra, and shows whether the backend works at all.
    const { width, height } = viewSize(view, { width: 1, height: 1 });
    const { embeddings } = await opened.embed([{ width, height, data: new Uint8Array(width * height * 3) }]);
    if (!embeddings[0]?.style.every(Number.isFinite)) throw new Error('it computes nonsense');
    return opened;
  });
  scope.postMessage({ type: 'ready', backend });
  return { embedder, spaceIds: offer.spaceIds };
}

async function read({
  picture,
  previewSidesPx,
}: Extract<WorkerRequest, { type: 'read' }>): Promise<DeviceReading> {
  if (!reader) throw new DeviceError('unable', 'a picture came before the network was asked for');
  const { embedder, spaceIds } = await reader;
  const started = performance.now();
  const bitmap = await decodePicture(picture);
  try {
    const rows = rowsOf(bitmap);
    const pixels = cutWindows(cover(rows, scaledSize(view, rows)), view, rows);
    const { embeddings } = await embedder.embed([pixels]);
    const [own] = embeddings;
    if (!own) throw new DeviceError('unable', 'one picture in, no vectors out');
    const vectors = Object.values(embedder.spaces).flatMap(({ id, kind }) =>
      spaceIds.includes(id) ? [{ space: id, vector: own[kind] }] : [],
    );
    const tookMs = performance.now() - started;
    const previews = await Promise.all(previewSidesPx.map((sidePx) => previewOf(bitmap, sidePx)));
    return { vectors, previews, tookMs };
  } finally {
    bitmap.close();
  }
}

function failed(id: number | null, error: unknown, otherwise: DeviceError['failure']): WorkerReply {
  const failure = error instanceof DeviceError ? error.failure : otherwise;
  return { type: 'failed', id, failure, detail: error instanceof Error ? error.message : String(error) };
}
