import { type Messages, useTranslations } from 'next-intl';

/** What a curator should know of a source before asking it. A new source needs its words: `imports.notes`. */
export function SourceNote({ name }: { name: string }) {
  const t = useTranslations('imports.notes');
  return t(name as keyof Messages['imports']['notes']);
}
