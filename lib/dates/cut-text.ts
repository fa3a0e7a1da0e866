const dashes = /[‐‑‒–—−―]/g;
const quotes = /[‘’ʼ´`′]/g;
const accents = /[\u0300-\u036f]/g;

/** Small letters without accents, one kind of dash and of apostrophe. Marks of kana and Hangul stay. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC')
    .replace(dashes, '-')
    .replace(quotes, "'")
    .replaceAll('〜', '~');
}

const piece =
  /\d{2}(?:xx|uu|--|\?\?|__|\.\.)(?!\d)|\d{3}(?:x|u|_|-\?|\?|-(?=\s*(?:[)\],;]|$)))(?![\d?])|\d{1,3},\d{3}(?!\d)|\d+|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{L}+|\.\.|[^\s]/gu;

/** Cuts a text into numbers, words, single East Asian characters and marks. */
export function cutText(text: string): string[] {
  return folded(text).match(piece) ?? [];
}
