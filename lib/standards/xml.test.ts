import fc from 'fast-check';
import { parseXml } from '@/lib/imports/reading/xml';
import { element, xmlDocument } from './xml';

test('any text comes back as it was, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, attribute) => {
      const read = parseXml(xmlDocument(element('a', { b: attribute }, 'x', text, 'x')));
      const kept = (given: string) =>
        given.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
      expect(read.attributes.get('b')).toBe(kept(attribute));
      // Our reader makes blanks one.
      expect(read.text).toBe(`x${kept(text)}x`.replace(/\s+/g, ' ').trim());
    }),
  );
});

test('what is null is left out', () => {
  const list = element('list', { kind: null }, null, [element('item'), 'a & b']);
  expect(xmlDocument(list)).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<list><item/>a &amp; b</list>\n');
});
