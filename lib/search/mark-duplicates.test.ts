import { someImage } from '@/tests/support/artworks';
import { markDuplicates } from './mark-duplicates';

const image = (perceptualHash: string, key = perceptualHash) => ({ ...someImage(key), perceptualHash });

const picture = image('00ff00ff00ff00ff');
const copy = image('00ff00ff00ff00f8');
const other = image('0f0f0f0f0f0f0f0f');

test('a copy is marked with the first that shows it, references before hits', () => {
  const hits = [
    { id: 'copy', image: copy },
    { id: 'other', image: other },
    { id: 'other-again', image: image('0f0f0f0f0f0f0f0e') },
  ];
  const references = [
    { ref: 'q_elsewhere', image: null },
    { ref: 'q_upload', image: picture },
  ];
  expect(markDuplicates(references, hits)).toEqual(['q_upload', null, 'other']);
});
