import { type EmbeddingKind } from '@/lib/vision/embedding';

/** What a visitor reads for each kind. */
export const kindNouns: Readonly<Record<EmbeddingKind, string>> = {
  style: 'style',
  content: 'content',
  palette: 'colours',
};

/** "style, content and colours", or with `or` in its place. */
export function listed(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  const type = joint === 'and' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat('en-GB', { type }).format(words);
}

/** With its first letter large, as a sentence begins. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
