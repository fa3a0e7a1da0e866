import { type EmbeddingKind } from '@/lib/vision/embedding';

/** What a visitor reads for each kind. */
export const kindNouns: Readonly<Record<EmbeddingKind, string>> = {
  style: 'style',
  content: 'content',
  palette: 'colours',
};

/** "style, content and colours" */
export function listedKinds(kinds: readonly EmbeddingKind[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(kinds.map((kind) => kindNouns[kind]));
}
