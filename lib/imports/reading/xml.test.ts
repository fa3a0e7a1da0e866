import { childrenAt, descendants, languageOf, parseXml } from './xml';

test('Elements are known by their namespace, whatever their prefix', () => {
  const root = parseXml(
    '\uFEFF<?xml version="1.0"?><a:x xmlns:a="urn:1"><b:y xmlns:b="urn:1" xml:lang="nl"> a &amp;\n<![CDATA[<b>]]> </b:y><y xmlns="urn:2">no</y></a:x>',
  );
  expect(childrenAt(root, 'urn:1', 'y').map((element) => [element.text, languageOf(element)])).toEqual([
    ['a & <b>', 'nl'],
  ]);
  expect([...descendants(root, 'urn:2', 'y')]).toHaveLength(1);
});

test.each([
  ['a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', /document type/],
  ['a server', '<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><a/>', /document type/],
  [
    'a billion laughs',
    '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>',
    /document type/,
  ],
  ['an entity that nobody has declared', '<a>&x;</a>', /entity/],
  ['a text that ends too soon', '<a><b>', /unclosed|unexpected/i],
  ['nothing', '', /document must contain|empty/],
  ['a nest without end', '<a>'.repeat(200), /nested/],
])('A document with %s is refused', (_name, text, message) => {
  expect(() => parseXml(text)).toThrow(message);
});
