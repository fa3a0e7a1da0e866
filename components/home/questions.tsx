import { useLocale, useTranslations } from 'next-intl';
import { Picture } from '@/components/works/picture';
import { Link } from '@/i18n/link';
import { type Artwork } from '@/lib/catalog/artwork';
import { titleIn } from '@/lib/catalog/in-language';
import { searchHref } from '@/lib/search/query';
import { type QueryTerm } from '@/lib/search/question/term';

/** So many works three questions are about. */
export const askedWorks = 4;

type QuestionName = 'style' | 'mixed' | 'unlike';

interface QuestionsProps {
  /** {@link askedWorks} of them. */
  artworks: readonly Artwork[];
}

/** Three searches to try, each with the pictures that it starts from. */
export function Questions({ artworks }: QuestionsProps) {
  const t = useTranslations('home');
  const language = useLocale();
  const [first, second, third, fourth] = artworks;
  if (!first || !second || !third || !fourth) return null;
  const near = (kind: QueryTerm['kind'], { id: ref }: Artwork, weight = 1) => ({ kind, ref, weight });
  const questions: { name: QuestionName; works: readonly Artwork[]; terms: readonly QueryTerm[] }[] = [
    { name: 'style', works: [first], terms: [near('style', first)] },
    { name: 'mixed', works: [second, third], terms: [near('content', second), near('style', third)] },
    { name: 'unlike', works: [fourth], terms: [near('content', fourth), near('style', fourth, -0.5)] },
  ];
  return (
    <section aria-labelledby="questions" className="shell mt-14 md:mt-20">
      <h2 id="questions" className="border-t border-ink pt-3 font-serif text-head">
        {t('questions.title')}
      </h2>
      <ul className="mt-5 grid gap-x-10 gap-y-5 md:grid-cols-3">
        {questions.map(({ name, works, terms }) => {
          const [one, other = one] = works.map((work) => titleIn(work, language));
          return (
            <li key={name}>
              <Link
                href={searchHref({ terms, filter: {}, page: 1 })}
                className="flex items-center gap-4 hover:underline hover:underline-offset-4"
              >
                <span className="flex w-28 shrink-0 gap-1.5">
                  {works.map(({ id, image }) => (
                    <span key={id} className="min-w-0 flex-1">
                      <Picture
                        image={image}
                        alt=""
                        sizes="7rem"
                        isSmall
                        boxRatio={works.length > 1 ? 0.7 : 1.1}
                      />
                    </span>
                  ))}
                </span>
                <span className="font-serif text-read leading-snug">
                  {t(`questions.${name}`, { one: one ?? '', other: other ?? '' })}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
