import fc from 'fast-check';
import { decodableTarget } from './request-target';

test.each([
  ['/works/k3v9q2mwta', '/works/k3v9q2mwta'],
  ['/browse?artist=Monet%20%E7%94%BB', '/browse?artist=Monet%20%E7%94%BB'],
  ['/works/%', '/works/%25'],
  ['/works/100%zz', '/works/100%25zz'],
  ['/works/%c0%af', '/works/%25c0%25af'],
  ['/works/%ff%20', '/works/%25ff%2520'],
  ['/works/%2', '/works/%252'],
  ['/works/a\\b', '/works/a%5Cb'],
])('%s is read as %s', (given, read) => expect(decodableTarget(given)).toBe(read));

test('any path can be decoded afterwards, and one that could be decoded stays as it is', () => {
  const part = fc.constantFrom('%', '%2', '%25', '%c0', '%af', '%E7%94%BB', '%00', 'a', '/', '?', '=', '\\');
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const read = decodableTarget(parts.join(''));
      expect(() => decodeURIComponent(read)).not.toThrow();
      expect(decodableTarget(read)).toBe(read);
    }),
  );
});
