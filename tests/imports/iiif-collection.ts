import { type Museums, sends } from '../support/museums';
import { picture } from './museum-works';

const museum = 'https://museum.example';

/** Of the collection that {@link serveCollection} serves, on this machine: FETCH_ALLOWED_HOSTS has to name it. */
export function addressOf({ origin }: Pick<Museums, 'origin'>): string {
  return `${origin}/museum.example/collection`;
}

/** Has the museum serve an IIIF collection of `count` works with a picture each, numbered from 1. */
export async function serveCollection(
  museums: Pick<Museums, 'at' | 'origin'>,
  count: number,
  { rights = 'http://creativecommons.org/publicdomain/zero/1.0/' } = {},
): Promise<void> {
  const here = `${museums.origin}/museum.example`;
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  museums.at(`${museum}/collection`, {
    id: addressOf(museums),
    type: 'Collection',
    label: { en: ['Works'] },
    items: numbers.map((number) => ({
      id: `${here}/manifests/${number}`,
      type: 'Manifest',
      label: { en: [`Work ${number}`] },
    })),
  });
  for (const number of numbers) {
    museums.at(`${museum}/manifests/${number}`, {
      id: `${here}/manifests/${number}`,
      type: 'Manifest',
      label: { en: [`Work ${number}`] },
      rights,
      items: [
        {
          id: `${here}/canvases/${number}`,
          type: 'Canvas',
          items: [
            {
              type: 'AnnotationPage',
              items: [{ type: 'Annotation', motivation: 'painting', body: pictureOf(here, number) }],
            },
          ],
        },
      ],
    });
    museums.at(
      `${museum}/pictures/${number}`,
      // Other pictures than those of the works of other museums, which would be the same works.
      sends(await picture(1000 + number), { 'content-type': 'image/jpeg' }),
    );
  }
}

function pictureOf(here: string, number: number): object {
  return { id: `${here}/pictures/${number}`, type: 'Image', format: 'image/jpeg' };
}
