import { networkInput } from '@/lib/images/network-input';
import { readPicture } from '@/lib/images/safe-picture';
import { squareView } from '@/lib/vision/view';
import { type TiffPage, tiffFile } from './tiff-file';

const reducedCopy = 1;
const mask = 4;

/** A page of one colour: red for what must not be taken, blue for the picture. */
function page(width: number, height: number, colour: 'red' | 'blue', more: Partial<TiffPage> = {}): TiffPage {
  const pixel = colour === 'red' ? [255, 0, 0] : [0, 0, 255];
  const pixels = Buffer.from(Array.from({ length: width * height }, () => pixel).flat());
  return { width, height, pixels, bitsPerSample: [8, 8, 8], photometric: 2, ...more };
}

describe('The picture of a TIFF is its largest page that is not a reduced copy', () => {
  test.each<[string, TiffPage[]]>([
    ['one page', [page(80, 60, 'blue')]],
    [
      'a thumbnail first',
      [page(40, 32, 'red', { newSubfileType: reducedCopy }), page(80, 60, 'blue', { newSubfileType: 0 })],
    ],
    ['a thumbnail that is not flagged, first', [page(40, 32, 'red'), page(80, 60, 'blue')]],
    [
      'a flagged page larger than the picture',
      [page(90, 70, 'red', { newSubfileType: reducedCopy }), page(80, 60, 'blue')],
    ],
    [
      'a pyramid',
      [
        page(80, 60, 'blue'),
        page(64, 48, 'red', { newSubfileType: reducedCopy }),
        page(40, 32, 'red', { newSubfileType: reducedCopy }),
      ],
    ],
    [
      'a pyramid in SubIFDs',
      [page(80, 60, 'blue', { subPages: [page(40, 32, 'red', { newSubfileType: reducedCopy })] })],
    ],
    [
      'a thumbnail with the picture in its SubIFDs',
      [
        page(40, 32, 'red', {
          newSubfileType: reducedCopy,
          subPages: [page(60, 40, 'red', { newSubfileType: reducedCopy }), page(80, 60, 'blue')],
        }),
      ],
    ],
    ['a mask beside it', [page(80, 60, 'blue'), page(90, 70, 'red', { newSubfileType: mask })]],
    ['sheets of one size: the first', [page(80, 60, 'blue'), page(80, 60, 'red')]],
  ])('%s', async (_what, pages) => {
    const file = tiffFile(pages);
    await expect(readPicture(file)).resolves.toMatchObject({ width: 80, height: 60, colour: '#0000fe' });
    const { data } = await networkInput(file, squareView);
    expect([...data.subarray(0, 3)]).toEqual([0, 0, 255]);
  });

  test('a form that is not supported is judged by the picture, not by its thumbnail', async () => {
    const odd = page(40, 32, 'red', { newSubfileType: reducedCopy, compression: 34712 });
    await expect(readPicture(tiffFile([odd, page(80, 60, 'blue')]))).resolves.toMatchObject({ width: 80 });
  });

  test('directories that go round in circles end', async () => {
    const file = tiffFile([page(80, 60, 'blue')]);
    const start = file.readUInt32LE(4);
    file.writeUInt32LE(start, start + 2 + file.readUInt16LE(start) * 12);
    await expect(readPicture(file)).resolves.toMatchObject({ width: 80, height: 60 });
  });
});
