import { scriptsAfterPaint } from './scripts-after-paint';

const head = '<head><link rel="preload" as="script" fetchPriority="low" href="/c.js"/>';
const scripts =
  '<script src="/a.js" async="" nonce=""></script><script src="/old.js" noModule=""></script></head>';
const body = '<body><p>&lt;script src="/x.js" async=""&gt;</p><script>self.f=[1]</script>';
const last = '<script src="/c.js" nonce="" async=""></script>';

test('a page names the scripts that may come in any order, and does not fetch them', () => {
  const html = scriptsAfterPaint(`<html>${head}${scripts}${body}${last}</body></html>`);
  expect(html.match(/<script[^>]*\ssrc=[^>]*>|<link[^>]*>/g)).toEqual(['<script src="/old.js" noModule="">']);
  expect(html).toMatch(
    /<body><p>.*<script>self\.f=\[1\]<\/script><script>.*\["\/a\.js","\/c\.js"\]\)<\/script>/,
  );
  expect(html.endsWith('</body></html>')).toBe(true);
});

test('what it adds is a script that runs', () => {
  const html = scriptsAfterPaint(`<html>${head}${scripts}${body}${last}</body></html>`);
  const added = /<script>(\(\(sources\).*?)<\/script>/.exec(html)?.[1] ?? '';
  expect(() => new Function(added)).not.toThrow();
});

test.each([
  '<html><body><p>No scripts</p></body></html>',
  '<p>A part of a page</p><script src="/a.js" async=""></script>',
])('is as it was: %s', (html) => {
  expect(scriptsAfterPaint(html)).toBe(html);
});
