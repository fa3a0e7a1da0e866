import { embedCode, oEmbedXml, workIdInAddress } from './oembed';

const origin = 'https://art.example';

test.each([
  ['https://art.example/works/k3v9q2mwta', 'k3v9q2mwta'],
  ['https://art.example/works/k3v9q2mwta/the-great-wave?from=%2Fbrowse&at=2#use', 'k3v9q2mwta'],
  ['https://art.example/ja/works/k3v9q2mwta/wave', 'k3v9q2mwta'],
  ['https://art.example:444/works/k3v9q2mwta', null],
  ['https://evil.example/works/k3v9q2mwta', null],
  ['https://art.example/browse', null],
  ['/works/k3v9q2mwta', null],
  ['', null],
])('the work of %s is %s', (address, id) => expect(workIdInAddress(origin, address)).toBe(id));

test('no title can leave the attribute that it stands in', () => {
  const code = embedCode(origin, 'abc', { title: '"><script>alert(1)</script>', width: 1, height: 1 });
  expect(code).not.toMatch(/<script|title="">/);
  expect(code).toMatch(/^<iframe src="https:\/\/art\.example\/embed\/abc" title="[^"]+" .*><\/iframe>$/);
});

test('in XML, HTML is text', () => {
  expect(oEmbedXml({ html: '<iframe src="a"></iframe>', width: 640 })).toContain(
    '<html>&lt;iframe src=&quot;a&quot;&gt;&lt;/iframe&gt;</html><width>640</width>',
  );
});
