import { useTranslations } from 'next-intl';
import { useGap } from '@/components/layout/gap';
import { Link } from '@/i18n/link';
import { type SearchResult } from '@/lib/search/search.service';
import { scalesSource } from './hits/strength-reach';

/** Which network and recipe ranked these works, and what the words under them mean. */
export function Provenance({ result }: { result: SearchResult }) {
  const t = useTranslations('provenance');
  const gap = useGap();
  const network = useNetworkName(result);
  const count = result.total;
  const asked = result.query.terms.map(({ kind }) => kind);
  const sentences = [
    network ? t('rankedBy', { count, network }) : t('ranked', { count }),
    result.references.some(({ readOnDevice }) => readOnDevice) && t('readOnDevice'),
    result.hits.some(({ strength }) => strength !== null) &&
      t('rule', { source: scalesSource(asked, result.scales) }),
    t('order'),
  ];
  return (
    <p className="max-w-prose text-fine text-quiet">
      {sentences.filter(Boolean).join(gap)}
      {gap}
      <Link href="/quality" className="link">
        {t('howWell')}
      </Link>
    </p>
  );
}

/** The network and recipe of a result, e.g. "VGG19, recipe “default”"; null while no work has been embedded. */
export function useNetworkName({ network: { name, recipe } }: Pick<SearchResult, 'network'>): string | null {
  const t = useTranslations('provenance');
  if (name === null) return null;
  const network = name === 'lite' ? t('lite') : name === 'vgg19' ? 'VGG19' : name;
  return recipe && recipe !== name ? t('withRecipe', { network, recipe }) : network;
}
