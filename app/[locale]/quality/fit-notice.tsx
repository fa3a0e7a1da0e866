import { useTranslations } from 'next-intl';
import { Gap } from '@/components/layout/gap';
import { type SiteQuality } from './site-quality';

/** Says whose figures the page shows if they are not those of the site as it runs. */
export function FitNotice({ site: { fits, quality, network } }: { site: SiteQuality }) {
  const t = useTranslations('quality.fit');
  if (fits === 'yes') return null;
  const command = (name: string) => () => <code className="text-[0.9em]">{name}</code>;
  return (
    <div className="max-w-prose border-l-2 border-ink pl-4">
      {fits === 'empty' ? (
        <p>{quality ? t('emptyWithFigures', { recipe: quality.recipe }) : t('empty')}</p>
      ) : (
        <p>
          {quality === null
            ? t('unmeasured')
            : network.recipe === null
              ? t('other', { recipe: quality.recipe })
              : t('otherNamed', { recipe: quality.recipe, own: network.recipe })}
          <Gap />
          {t.rich('measure', { evaluate: command('gafu evaluate'), calibrate: command('gafu calibrate') })}
        </p>
      )}
    </div>
  );
}
