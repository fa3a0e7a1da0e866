import { fixture, known, useMuseums } from '@/tests/support/museums';
import { artic } from './artic';

const museums = useMuseums();

test('Works are read field by field', async () => {
  museums().at('https://api.artic.edu/api/v1/artworks', fixture('artic-page.json'));
  const page = await artic.list({ openOnly: true }, null, museums().client());
  expect(page.items.map(known)).toEqual([
    {
      id: '9',
      pictureUrl: 'https://www.artic.edu/iiif/2/b55d836c-ee20-59f8-1f0c-a95e09905361/full/843,/0/default.jpg',
      details: {
        titles: [{ text: "Interior of St. Mark's, Venice", language: 'en' }],
        makers: [{ name: 'David Dalhoff Neal', nationality: 'American', birthYear: 1838, deathYear: 1915 }],
        subjects: ['interiors', 'architecture', 'religion', 'Venice, Italy', 'churches', 'cathedrals'],
        dateText: '1869',
        medium: 'Oil on canvas',
        dimensionsText: '184.2 × 148.9 cm (72 1/2 × 58 1/2 in.)',
        heightCm: 184.2,
        widthCm: 148.9,
        objectKind: 'Painting',
        placeMade: 'Munich',
        collection: 'The Art Institute of Chicago',
        accessionNumber: '1887.232',
        creditLine: 'Mr. and Mrs. Samuel M. Nickerson Collection',
        rights: 'CC0',
        sourceUrl: 'https://www.artic.edu/artworks/9',
      },
    },
    {
      id: '11',
      pictureUrl: 'https://www.artic.edu/iiif/2/7b7a6f39-1cd8-ea2f-9811-18b0e23edac0/full/843,/0/default.jpg',
      details: {
        titles: [{ text: 'Self-Portrait', language: 'en' }],
        makers: [{ name: 'Walter Shirlaw', nationality: 'American', birthYear: 1838, deathYear: 1909 }],
        subjects: ['self-portraits'],
        dateText: '1878',
        medium: 'Oil on canvas',
        dimensionsText: '70.2 × 53.4 cm (27 5/8 × 21 in.)',
        heightCm: 70.2,
        widthCm: 53.4,
        objectKind: 'Painting',
        placeMade: 'United States',
        collection: 'The Art Institute of Chicago',
        accessionNumber: '1887.234',
        creditLine: 'Gift of Joseph M. Rogers',
        rights: 'CC0',
        sourceUrl: 'https://www.artic.edu/artworks/11',
      },
    },
    {
      id: '20',
      pictureUrl: 'https://www.artic.edu/iiif/2/67f10695-cb9d-f716-9cd0-902217ebb317/full/843,/0/default.jpg',
      details: {
        titles: [{ text: 'It Rocks but is Not Sunk', language: 'en' }],
        makers: [{ name: 'Charles Meryon', nationality: 'French', birthYear: 1821, deathYear: 1868 }],
        movements: ['19th century'],
        dateText: '1854',
        medium: 'Etching on ivory laid paper',
        dimensionsText:
          'Image: 17.2 × 15.9 cm (6 13/16 × 6 5/16 in.); Plate: 17.2 × 15.9 cm (6 13/16 × 6 5/16 in.); Sheet: 26.8 × 18.7 cm (10 9/16 × 7 3/8 in.)',
        heightCm: 17.2,
        widthCm: 15.9,
        objectKind: 'Print',
        placeMade: 'France',
        collection: 'The Art Institute of Chicago',
        accessionNumber: '1909.182',
        creditLine: 'Elizabeth Hammond Stickney Collection',
        rights: 'CC0',
        sourceUrl: 'https://www.artic.edu/artworks/20',
      },
    },
  ]);
});

test('A search of more than it gives is refused, and the whole list is gone through page by page', async () => {
  const answer = {
    pagination: { total: 126302, current_page: 1, total_pages: 1264 },
    data: [{ id: 1 }],
    config: { iiif_url: 'https://www.artic.edu/iiif/2' },
  };
  museums().at('https://api.artic.edu/api/v1/artworks', answer);
  await expect(artic.list({ openOnly: true, query: 'sea' }, null, museums().client())).rejects.toThrow(
    /gives at most 1000 works/,
  );
  const page = await artic.list({ openOnly: true }, '7', museums().client());
  expect(page).toEqual({
    items: [{ kind: 'unusable', id: '1', reason: 'it has no picture' }],
    next: '8',
    total: 126302,
  });
  expect(museums().asked.at(-1)).toContain('/artworks?fields=id%2Ctitle');
});
