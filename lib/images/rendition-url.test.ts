import { renditionSourceSet, renditionUrl } from './rendition-url';

const key = 'a'.repeat(64);

test('a rendition is addressed by its key and width', () => {
  expect(renditionUrl(key, 640)).toBe(`/images/${key}/640.webp`);
});

test('a large original offers every rendition of the choice with its width', () => {
  expect(renditionSourceSet({ key, width: 3000 })).toBe(
    `/images/${key}/384.webp 384w, /images/${key}/640.webp 640w, /images/${key}/1280.webp 1280w`,
  );
  expect(renditionSourceSet({ key, width: 600 }, 'small')).toBe(
    `/images/${key}/224.webp 224w, /images/${key}/384.webp 384w, /images/${key}/640.webp 600w`,
  );
});

test('a small original is never offered as wider than it is, nor twice in one size', () => {
  expect(renditionSourceSet({ key, width: 500 })).toBe(
    `/images/${key}/384.webp 384w, /images/${key}/640.webp 500w`,
  );
  expect(renditionSourceSet({ key, width: 200 })).toBe(`/images/${key}/384.webp 200w`);
});
