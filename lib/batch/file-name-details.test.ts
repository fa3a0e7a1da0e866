import { detailsFromFileName } from './file-name-details';

test.each([
  [
    'Claude Monet - Impression, Sunrise (1872).jpg',
    { artist: 'Claude Monet', title: 'Impression, Sunrise', year: '1872' },
  ],
  ['Hokusai – The Great Wave [c. 1831].png', { artist: 'Hokusai', title: 'The Great Wave', year: 'c. 1831' }],
  [
    '012 - Vincent van Gogh - Saint-Rémy (1889–90).tif',
    { artist: 'Vincent van Gogh', title: 'Saint-Rémy', year: '1889–90' },
  ],
  ['0012_title-words.jpg', { title: 'Title words' }],
  [
    'vincent-van-gogh_the-starry-night-1889.jpg',
    { artist: 'Vincent van Gogh', title: 'The starry night', year: '1889' },
  ],
  ['The Night Watch, 1642.jpeg', { title: 'The Night Watch', year: '1642' }],
  ['scans/box 3/Self-portrait with hat.jpg', { title: 'Self-portrait with hat' }],
  ['scans\\Olive_Trees_1889-90.jpg', { title: 'Olive Trees', year: '1889–90' }],
  ['A - B - C (1900).jpg', { artist: 'A', title: 'B – C', year: '1900' }],
  ['IMG_1234.JPG', { title: 'IMG 1234' }],
  ['edvard-munch_0021.jpg', { artist: 'Edvard Munch', title: 'Edvard Munch 0021' }],
  ['1889.jpg', { title: '1889' }],
  ['神奈川沖浪裏.webp', { title: '神奈川沖浪裏' }],
  ['Mona Lisa', { title: 'Mona Lisa' }],
  ['.jpg', { title: '.jpg' }],
  ['Title (detail).jpg', { title: 'Title (detail)' }],
])('%s', (name, details) => expect(detailsFromFileName(name)).toEqual(details));
