import { useFormatter, useTranslations } from 'next-intl';
import { Bars } from '@/components/charts/bars';
import { percent } from '@/components/charts/figures';
import { type ReproductionFigures } from '@/lib/quality/quality';
import { reproductionKinds } from '@/lib/quality/reproduction-kinds';
import { Part } from './part';

/** What becomes of a search when the query is a scan, a photograph or a print of a painting. */
export function ReproductionsPart({ figures }: { figures: readonly ReproductionFigures[] }) {
  const t = useTranslations('quality.reproductions');
  const format = useFormatter();
  const kinds = reproductionKinds.flatMap((name) => {
    const own = figures.find(({ kind }) => kind === name);
    return own ? [{ name, own }] : [];
  });
  const [first] = kinds;
  if (!first) return null;
  const clean = first.own.clean_precision_at_10;
  return (
    <Part
      id="reproductions"
      title={t('title')}
      figures={
        <div className="grid grid-cols-1 gap-x-14 gap-y-10 md:grid-cols-2">
          <Bars
            title={t('ownFirst')}
            bars={kinds.map(({ name, own }) => ({ label: t(`kinds.${name}`), value: own.own_first }))}
            note={t('ownFirstNote', { queries: first.own.queries })}
          />
          <Bars
            title={t('sameArtist')}
            bars={[
              { label: t('clean'), value: clean, emphasised: true },
              ...kinds.map(({ name, own }) => ({ label: t(`kinds.${name}`), value: own.precision_at_10 })),
            ]}
            note={t('sameArtistNote')}
          />
        </div>
      }
    >
      <p>{t('text', { clean: percent(format, clean) })}</p>
    </Part>
  );
}
