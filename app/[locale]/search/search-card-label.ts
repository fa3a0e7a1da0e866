import { type Locale } from 'next-intl';
import { getFormatter, getTranslations } from 'next-intl/server';
import { titleIn } from '@/lib/catalog/in-language';
import { type CardLabel } from '@/lib/images/cards/card';
import { type ResolvedQuery } from '@/lib/search/resolve-query';
import { embeddingKinds } from '@/lib/vision/embedding';

/** A search in two lines, as links to it are announced: what the works are like, and in which way. */
export async function searchCardLabel(
  { query, references }: ResolvedQuery,
  locale: Locale,
): Promise<CardLabel> {
  const [t, kinds, format] = await Promise.all([
    getTranslations({ locale, namespace: 'search' }),
    getTranslations({ locale, namespace: 'kinds' }),
    getFormatter({ locale }),
  ]);
  const [first, ...others] = references;
  const asked = embeddingKinds.filter((kind) => query.terms.some((term) => term.kind === kind));
  const title = () => {
    if (others.length > 0) return t('pictures');
    if (first?.kind === 'palette') return t('palette');
    return first?.artwork ? t('worksLike', { title: titleIn(first.artwork, locale) }) : t('worksLikeYours');
  };
  return {
    title: title(),
    caption: format.list(
      asked.map((kind) => kinds(kind)),
      'and',
    ),
  };
}
