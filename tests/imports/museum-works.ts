import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { type Museums, sends } from '../support/museums';

export const api = 'https://openaccess-api.clevelandart.org/api/artworks/';
const cdn = 'https://openaccess-cdn.clevelandart.org';

export interface MuseumWork {
  readonly number: string;
  readonly title?: string;
  readonly rights?: string;
  /** Which picture it has; works have one each by default. */
  readonly picture?: number;
}

/** Works that a museum lists, numbered from `first`. */
export function works(count: number, first = 1): MuseumWork[] {
  return Array.from({ length: count }, (_, index) => ({ number: `1900.${index + first}` }));
}

/** Small pictures that no two share. */
export async function picture(seed: number): Promise<Buffer> {
  const tone = (shift: number) => (seed * 37 + shift * 91) % 256;
  const background = { r: tone(1), g: tone(2), b: tone(3) };
  return sharp({
    create: { width: 64 + (seed % 40), height: 64 + (Math.floor(seed / 40) % 60), channels: 3, background },
  })
    .jpeg()
    .toBuffer();
}

/** Has the museum list these works, `pageSize` a page, and serve their pictures. */
export async function serve(museums: Museums, all: readonly MuseumWork[], pageSize = 100): Promise<void> {
  museums.at(api, (request, response) => {
    const skip = Number(new URL(`https:/${request.url}`).searchParams.get('skip'));
    response.writeHead(200).end(JSON.stringify(pageOf(all.slice(skip, skip + pageSize), all.length)));
  });
  for (const work of all) {
    const seed = work.picture ?? Number(work.number.split('.')[1]);
    museums.at(pictureUrl(work.number), sends(await picture(seed), { 'content-type': 'image/jpeg' }));
  }
}

/** One page of the museum's list. */
export function pageOf(some: readonly MuseumWork[], total: number): object {
  return { info: { total }, data: some.map(entryOf) };
}

export function pictureUrl(number: string): string {
  return `${cdn}/${number}/${number}_web.jpg`;
}

function entryOf({ number, title = `Work ${number}`, rights = 'CC0' }: MuseumWork): object {
  return {
    accession_number: number,
    title,
    share_license_status: rights,
    creditline: `Gift of ${number}`,
    creators: [{ description: 'Thomas Cole (American, 1801-1848)', role: 'artist' }],
    creation_date: '1838',
    url: `https://clevelandart.org/art/${number}`,
    images: { web: { url: pictureUrl(number) } },
  };
}

/** A picture of its own at each address, so that no two works share one. */
export function pictureOfAddress(...[request, response]: Parameters<ReturnType<typeof sends>>): void {
  const seed = createHash('sha256')
    .update(request.url ?? '')
    .digest()
    .readUInt32BE();
  void picture(seed % 100_000).then((bytes) =>
    sends(bytes, { 'content-type': 'image/jpeg' })(request, response),
  );
}
