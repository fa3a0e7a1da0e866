import sharp from 'sharp';
import { readEmbeddedDetails } from './embedded-details';

const picture = () => sharp({ create: { width: 64, height: 64, channels: 3, background: 'red' } });

const xmp = (properties: string) =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
  `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
  `xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" ` +
  `xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`;
const alt = (...texts: string[]) =>
  `<rdf:Alt>${texts.map((text, at) => `<rdf:li xml:lang="${at === 0 ? 'x-default' : 'fr'}">${text}</rdf:li>`).join('')}</rdf:Alt>`;
const seq = (...texts: string[]) =>
  `<rdf:Seq>${texts.map((text) => `<rdf:li>${text}</rdf:li>`).join('')}</rdf:Seq>`;

test('EXIF names an artist and the rights; what a camera writes as a description is none', async () => {
  const file = await picture()
    .withExif({
      IFD0: { Artist: 'Ada', Copyright: 'Public domain', ImageDescription: 'OLYMPUS DIGITAL CAMERA' },
    })
    .jpeg()
    .toBuffer();
  expect(readEmbeddedDetails(file)).toEqual({ artist: 'Ada', rights: 'Public domain' });
});

test.each(['jpeg', 'webp', 'tiff'] as const)('Dublin Core is read from a %s', async (format) => {
  const file = await picture()
    .withXmp(
      xmp(
        `<dc:title>${alt('The Wave', 'La Vague')}</dc:title><dc:creator>${seq('Ada', 'Bea')}</dc:creator>` +
          `<dc:subject>${seq('sea', 'boat')}</dc:subject><dc:rights>${alt('CC0')}</dc:rights>` +
          `<photoshop:Credit>Town museum</photoshop:Credit><photoshop:DateCreated>2021-03-04</photoshop:DateCreated>`,
      ),
    )
    [format]()
    .toBuffer();
  expect(readEmbeddedDetails(file)).toEqual({
    title: 'The Wave',
    artist: 'Ada; Bea',
    subject: 'sea; boat',
    rights: 'CC0',
    credit_line: 'Town museum',
  });
});

test('What IPTC says of the artwork in the picture counts before what it says of the photograph', async () => {
  const file = await picture()
    .withXmp(
      xmp(
        `<dc:title>${alt('IMG 12')}</dc:title><dc:creator>${seq('The photographer')}</dc:creator>` +
          `<Iptc4xmpExt:ArtworkOrObject><rdf:Bag><rdf:li rdf:parseType="Resource">` +
          `<Iptc4xmpExt:AOTitle>${alt('The Great Wave')}</Iptc4xmpExt:AOTitle>` +
          `<Iptc4xmpExt:AOCreator>${seq('Hokusai')}</Iptc4xmpExt:AOCreator>` +
          `<Iptc4xmpExt:AODateCreated>1831</Iptc4xmpExt:AODateCreated>` +
          `<Iptc4xmpExt:AOSourceInvNo>A.12</Iptc4xmpExt:AOSourceInvNo>` +
          `</rdf:li></rdf:Bag></Iptc4xmpExt:ArtworkOrObject>`,
      ),
    )
    .jpeg()
    .toBuffer();
  expect(readEmbeddedDetails(file)).toEqual({
    title: 'The Great Wave',
    artist: 'Hokusai',
    year: '1831',
    accession_number: 'A.12',
  });
});

test('A file without metadata, or that is no picture, says nothing', async () => {
  expect(readEmbeddedDetails(await picture().png().toBuffer())).toEqual({});
  expect(readEmbeddedDetails(Buffer.from('no picture'))).toEqual({});
  expect(readEmbeddedDetails(new Uint8Array())).toEqual({});
});
