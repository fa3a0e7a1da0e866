import { useFormatter, useTranslations } from 'next-intl';
import { Bars } from '@/components/charts/bars';
import { percent } from '@/components/charts/figures';
import { type ReproductionFigures } from '@/lib/quality/quality';
import {
  outlinedKind,
  photographKinds,
  type ReproductionKind,
  reproductionKinds,
} from '@/lib/quality/reproduction-kinds';
import { Part } from './part';

const outlinedNames = new Map<ReproductionKind, string>(
  photographKinds.map((kind) => [kind, outlinedKind(kind)]),
);

/** What becomes of a search when the query is a scan, a photograph or a print of a painting. */
export function ReproductionsPart({ figures }: { figures: readonly ReproductionFigures[] }) {
  const t = useTranslations('quality.reproductions');
  const format = useFormatter();
  const queries = reproductionKinds.flatMap((name) => {
    const label = t(`kinds.${name}`);
    const whole = figures.find(({ kind }) => kind === name);
    const outlined = figures.find(({ kind }) => kind === outlinedNames.get(name));
    if (!whole) return [];
    return outlined
      ? [
          { label, figures: outlined },
          { label: t('uncropped', { kind: label }), figures: whole },
        ]
      : [{ label, figures: whole }];
  });
  const [first] = queries;
  if (!first) return null;
  const clean = first.figures.clean_precision_at_10;
  const isCropped = figures.some(({ kind }) => photographKinds.map<string>(outlinedKind).includes(kind));
  return (
    <Part
      id="reproductions"
      title={t('title')}
      figures={
        <div className="grid grid-cols-1 gap-x-14 gap-y-10 md:grid-cols-2">
          <Bars
            title={t('ownFirst')}
            bars={queries.map(({ label, figures: { own_first } }) => ({ label, value: own_first }))}
            note={t('ownFirstNote', { queries: first.figures.queries })}
          />
          <Bars
            title={t('sameArtist')}
            bars={[
              { label: t('clean'), value: clean, emphasised: true },
              ...queries.map(({ label, figures: { precision_at_10 } }) => ({
                label,
                value: precision_at_10,
              })),
            ]}
            note={t('sameArtistNote')}
          />
        </div>
      }
    >
      <p>{t('text', { clean: percent(format, clean) })}</p>
      <p>{t(isCropped ? 'cropped' : 'notCropped')}</p>
    </Part>
  );
}
