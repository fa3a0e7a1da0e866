import { type Metadata } from 'next';
import { useFormatter, useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { pageAlternates } from '@/app/page-alternates';
import { percent } from '@/components/charts/figures';
import { type Quality } from '@/lib/quality/quality';
import { FitNotice } from './fit-notice';
import { MeasuredParts } from './measured-parts';
import { Part } from './part';
import { readSiteQuality } from './site-quality';
import { StrengthPart } from './strength-part';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('quality');
  return {
    title: t('title'),
    description: t('description'),
    alternates: await pageAlternates('/quality'),
  };
}

const commands = [
  'gafu evaluate --images DIR --manifest CSV --label artist --folds 5 --search-in all',
  'gafu calibrate --images DIR --manifest CSV',
].join('\n');

export default async function QualityPage() {
  const t = await getTranslations('quality');
  const site = await readSiteQuality();
  const { quality } = site;
  return (
    <div className="shell">
      <h1 className="max-w-[16ch] pt-4 font-serif text-title tracking-[-0.015em] md:pt-8">{t('title')}</h1>
      <div className="mt-8 space-y-6 font-serif text-read">
        <FitNotice site={site} />
        {quality && <Opening quality={quality} />}
      </div>
      <div className="mt-14 space-y-16 md:mt-20 md:space-y-24">
        {quality && <MeasuredParts quality={quality} site={site} />}
        <StrengthPart scales={site.scales} />
        <Part id="limits" title={t('blind.title')}>
          <p>{t('blind.text')}</p>
          <p>{t('blind.data')}</p>
        </Part>
        <Part id="yourself" title={t('yourself.title')}>
          <p>{t('yourself.text')}</p>
          <pre className="overflow-x-auto bg-plinth p-4 font-mono text-fine" tabIndex={0}>
            {commands}
          </pre>
          <p>{t('yourself.commands')}</p>
        </Part>
      </div>
    </div>
  );
}

function Opening({ quality }: { quality: Quality }) {
  const t = useTranslations('quality');
  const format = useFormatter();
  const figures = quality.figures.find(
    ({ recipe, label }) => recipe === quality.recipe && label === 'artist',
  );
  if (!figures) return null;
  return (
    <p className="max-w-prose">
      {t.rich('opening', {
        queries: figures.queries,
        artists: figures.classes,
        pictures: quality.pictures,
        right: percent(format, figures.precision_at_1.value),
        chance: percent(format, figures.chance),
        strong: (text) => <strong className="font-semibold">{text}</strong>,
      })}
    </p>
  );
}
