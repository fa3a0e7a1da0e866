import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { addFromLightBoxHref } from '@/lib/search/light-box';
import { hasRoom } from '@/lib/search/add-picture';
import { queryFields, searchHref, type SearchQuery } from '@/lib/search/query';
import { pictureKey, type QueryTerm } from '@/lib/search/question/term';
import { type SearchReference } from '@/lib/search/references';
import { detailHref, withoutPicture } from '@/lib/search/search-links';
import { type SearchResult } from '@/lib/search/search.service';
import { weightField } from '@/lib/search/question-form';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { embeddingKinds } from '@/lib/vision/embedding';
import { AddPicture } from './add-picture';
import { CopyLink } from '../copy-link';
import { OutlineNote } from './outline-note';
import { PickColours } from './pick-colours';
import { QueryPicture } from './query-picture';
import { useReferenceTitle } from './reference-title';
import { WaysLinks } from './ways-links';
import { WeightsForm } from './weights-form';

interface QuestionProps {
  result: SearchResult;
  /** What the visitor's device needs to read another picture; null if it cannot. */
  offer: DeviceOffer | null;
  /** How many days an uploaded query is kept. */
  days: number;
}

/** What is asked: the pictures, and what works should have of each. */
export function Question({ result, offer, days }: QuestionProps) {
  const t = useTranslations('search');
  const { query, references, network } = result;
  const [only, ...others] = references;
  if (!only) return null;
  const isAlone = others.length === 0;
  return (
    <aside aria-label={t('query')} className="space-y-4 md:sticky md:top-6 md:self-start">
      {isAlone ? (
        <>
          <QueryPicture reference={only} sizes="(min-width: 56rem) 17rem, 40vw" besideOnPhone />
          <OutlineNote query={query} reference={only} />
        </>
      ) : (
        <Pictures result={result} />
      )}
      {isAlone && only.kind !== 'palette' && (
        <WaysLinks query={query} hasPalette={network.spaces.palette !== undefined} />
      )}
      <div className="when-whole flex flex-wrap gap-x-5 gap-y-1">
        {isAlone && <DetailLink query={query} reference={only} />}
        <details className="open:w-full">
          <summary className="link inline-block py-1">{t('weights')}</summary>
          <Weights result={result} />
        </details>
        {embeddingKinds.some((kind) => hasRoom(query, kind)) && (
          <>
            <AddPicture query={query} offer={offer} days={days} />
            <Link href={addFromLightBoxHref(query)} className="link inline-block py-1">
              {t('addFromLightBox')}
            </Link>
          </>
        )}
        {network.spaces.palette && <Colours result={result} />}
        <CopyLink />
        <span hidden />
      </div>
    </aside>
  );
}

/** Several pictures, each with what is asked of it and a link that removes it. */
function Pictures({ result: { query, references } }: Pick<QuestionProps, 'result'>) {
  const t = useTranslations('search');
  const titleOf = useReferenceTitle();
  return (
    <ul className="grid grid-cols-3 gap-x-4 gap-y-5 md:grid-cols-2">
      {references.map((reference) => {
        const title = titleOf(reference);
        return (
          <li key={reference.key} className="min-w-0">
            <QueryPicture reference={reference} sizes="(min-width: 56rem) 8rem, 30vw" isSmall />
            <OutlineNote query={query} reference={reference} />
            <p className="mt-1 text-fine first-letter:uppercase">
              <Wishes terms={query.terms} reference={reference} />
            </p>
            <span className="flex flex-wrap gap-x-3 text-fine text-quiet">
              <DetailLink query={query} reference={reference} />
              <Link
                href={searchHref(withoutPicture(query, reference.key))}
                aria-label={t('removePicture', { title })}
                className="link inline-block py-1"
              >
                {t('remove')}
              </Link>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Leads to the choice of a part of a picture; nothing for what has no stored picture. */
function DetailLink({ query, reference }: { query: SearchQuery; reference: SearchReference }) {
  const t = useTranslations('search');
  if (reference.image === null) return null;
  return (
    <Link href={detailHref(query, reference.key)} className="link inline-block py-1">
      {t(reference.detail ? 'changeDetail' : 'chooseDetail')}
    </Link>
  );
}

/** Colours picked by hand: the first palette of the question is changed, or a new one is added. */
function Colours({ result: { query, references } }: Pick<QuestionProps, 'result'>) {
  const t = useTranslations('search');
  const palette = references.find(({ kind }) => kind === 'palette');
  const others = query.terms.filter((term) => pictureKey(term) !== palette?.key);
  if (!palette && !hasRoom(query, 'palette')) return null;
  return (
    <details className="open:w-full">
      <summary className="link inline-block py-1">{t(palette ? 'changeColours' : 'addColours')}</summary>
      <PickColours kept={queryFields({ ...query, terms: others })} given={palette?.colours ?? []} />
    </details>
  );
}

/** What is asked of one of the pictures: "its style and not its colours". */
function Wishes({ terms, reference }: { terms: readonly QueryTerm[]; reference: SearchReference }) {
  const t = useTranslations('kinds');
  const format = useFormatter();
  const own = terms.filter((term) => pictureKey(term) === reference.key);
  if (reference.kind === 'palette') return t(own.some(({ weight }) => weight < 0) ? 'notThese' : 'these');
  const kinds = own.map(({ kind, weight }) => t(weight < 0 ? 'notIts' : 'its', { kind }));
  return format.list(kinds, 'and');
}

/** A slider for every kind of every picture, also for those that are not asked for yet. */
function Weights({ result: { query, references, network } }: Pick<QuestionProps, 'result'>) {
  const words = useTranslations('kinds');
  const titleOf = useReferenceTitle();
  const pictures = references.map((reference) => ({
    title: titleOf(reference),
    weights: embeddingKinds
      .filter((kind) => network.spaces[kind] && (kind === 'palette' || reference.kind !== 'palette'))
      .map((kind) => {
        const term = query.terms.find((one) => one.kind === kind && pictureKey(one) === reference.key);
        return {
          name: weightField(kind, reference.key),
          label: words(kind),
          weight: Math.round((term?.weight ?? 0) * 100),
        };
      }),
  }));
  return <WeightsForm kept={queryFields({ ...query, terms: [] })} pictures={pictures} />;
}
