import { hashedPolicy } from './hashed-policy';

const policy =
  "default-src 'self'; script-src 'self' 'nonce-abc=' 'strict-dynamic'; style-src 'self' 'nonce-abc='; img-src 'self' data:";

test('inline scripts are allowed by their hash, and the nonce is gone', () => {
  // echo -n 'alert(1)' | openssl dgst -sha256 -binary | base64
  const hash = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";
  const html = '<script nonce="abc=">alert(1)</script><script src="/a.js" async="" nonce="abc="></script>';
  expect(hashedPolicy(policy, html)).toBe(
    `default-src 'self'; script-src 'self' ${hash}; style-src 'self'; img-src 'self' data:`,
  );
});

test('a block of data is no script, and a script that stands twice counts once', () => {
  const html =
    '<script type="application/ld+json">{"name":"x"}</script><script>alert(1)</script><p></p><script>alert(1)</script>';
  expect(hashedPolicy(policy, html).match(/sha256/g)).toHaveLength(1);
});

test('inline styles are allowed by theirs', () => {
  expect(hashedPolicy(policy, '<style>p{margin:0}</style>')).toMatch(/style-src 'self' 'sha256-[^']+=';/);
});

test('a directive without sources stays as it is', () => {
  expect(hashedPolicy("upgrade-insecure-requests; script-src 'none'", '')).toBe(
    "upgrade-insecure-requests; script-src 'none'",
  );
});
