/** Pixels: the smallest rendition that fills a tile. */
const tileWidth = 320;

/** The part of a hit in the API's answer that a live search draws. */
export interface LiveHit {
  readonly id: string;
  readonly title: string;
  readonly artist: string | null;
  readonly page: string;
  readonly pictureUrl: string;
  readonly colour: string;
  readonly weak: boolean;
}

interface AnsweredHit {
  readonly artwork: {
    readonly id: string;
    readonly title: string;
    readonly artist: string | null;
    readonly links: { readonly page: string };
    readonly image: {
      readonly colour: string;
      readonly renditions: readonly { readonly width: number; readonly url: string }[];
    };
  };
  readonly strength: { readonly weak: boolean } | null;
}

/** Why a live search stopped. Its message is the server's detail, empty if it gave none. */
export class LiveRefusal extends Error {
  override readonly name = 'LiveRefusal';

  constructor(
    message: string,
    /** Whether trying again later may help. */
    readonly retryable: boolean,
  ) {
    super(message);
  }
}

/**
 * Asks for the works nearest to one vector.
 * @throws LiveRefusal; an AbortError if the signal aborts
 */
export async function askLive(
  term: { readonly space: string; readonly vector: readonly number[] },
  limit: number,
  signal: AbortSignal,
): Promise<readonly LiveHit[]> {
  const answer = await fetch('/api/v1/search/vectors', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ terms: [term], limit }),
    signal,
  });
  const body = (await answer.json()) as { hits?: readonly AnsweredHit[]; detail?: string };
  if (!answer.ok || !body.hits) throw new LiveRefusal(body.detail ?? '', [429, 503].includes(answer.status));
  return body.hits.map(({ artwork, strength }) => ({
    id: artwork.id,
    title: artwork.title,
    artist: artwork.artist,
    page: artwork.links.page,
    pictureUrl: artwork.image.renditions.find(({ width }) => width >= tileWidth)?.url ?? '',
    colour: artwork.image.colour,
    weak: strength?.weak ?? false,
  }));
}
