/** A hit of a live search, as far as it is drawn: a part of the API's answer. */
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
    readonly image: { readonly colour: string; readonly renditions: readonly { readonly url: string }[] };
  };
  readonly strength: { readonly weak: boolean } | null;
}

/** Why a live search stopped, in the server's words. */
export class LiveRefusal extends Error {
  override readonly name = 'LiveRefusal';

  constructor(
    message: string,
    /** Asking again later may help. */
    readonly passing: boolean,
  ) {
    super(message);
  }
}

/**
 * Asks for the works nearest to one vector.
 * @throws LiveRefusal in the server's words; an AbortError when the signal says so
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
  if (!answer.ok || !body.hits)
    throw new LiveRefusal(body.detail ?? 'The server did not answer.', [429, 503].includes(answer.status));
  return body.hits.map(({ artwork, strength }) => ({
    id: artwork.id,
    title: artwork.title,
    artist: artwork.artist,
    page: artwork.links.page,
    pictureUrl: artwork.image.renditions[0]?.url ?? '',
    colour: artwork.image.colour,
    weak: strength?.weak ?? false,
  }));
}
