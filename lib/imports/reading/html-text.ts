import { compile } from 'html-to-text';

const read = compile({
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: 'table', format: 'inline' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    // Wikimedia's templates carry data for machines in these.
    { selector: '[style*="display:none"]', format: 'skip' },
    { selector: '[style*="display: none"]', format: 'skip' },
  ],
});

/** What a person would read of a text with markup in it; null if that is nothing. */
export function htmlText(html: string | null | undefined): string | null {
  const text = html ?? '';
  // Line breaks of plain text are kept.
  return (/[<&]/.test(text) ? read(text) : text).trim() || null;
}
