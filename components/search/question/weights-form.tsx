'use client';

import { useTranslations } from 'next-intl';
import { HiddenFields } from '@/components/forms/hidden-fields';
import { SubmitOnChange } from '@/components/forms/submit-on-change';
import { WeightSlider, weightStops } from './weight-slider';

interface WeightsFormProps {
  /** What the search keeps when its weights change. */
  kept: readonly [name: string, value: string][];
  pictures: readonly {
    readonly title: string;
    readonly weights: React.ComponentProps<typeof WeightSlider>[];
  }[];
}

// What reads a question's fields is loaded when the first weight is touched.
const loadGrammar = () => import('@/lib/search/question-form');
const hrefOf = async (fields: URLSearchParams) => (await loadGrammar()).addressFromForm(fields);

/** Every kind of every picture from "away" to "near". Client messages: `weights`. */
export function WeightsForm({ kept, pictures }: WeightsFormProps) {
  const t = useTranslations('weights');
  return (
    <SubmitOnChange
      action="/search/blend"
      hrefOf={hrefOf}
      onFocus={() => void loadGrammar().catch(() => undefined)}
      className="mt-3 space-y-5"
    >
      <HiddenFields fields={kept} />
      <datalist id="weight-stops">
        {Object.values(weightStops).map((stop) => (
          <option key={stop} value={stop} />
        ))}
      </datalist>
      {pictures.map(({ title, weights }) => (
        <fieldset key={weights[0]?.name} className="min-w-0 space-y-2">
          <legend className={pictures.length > 1 ? 'truncate font-serif italic' : 'sr-only'}>{title}</legend>
          {weights.map((slider) => (
            <WeightSlider key={slider.name} {...slider} />
          ))}
        </fieldset>
      ))}
      <p className="text-fine text-quiet">{t('help')}</p>
      <noscript>
        <button type="submit" className="button-quiet">
          {t('submit')}
        </button>
      </noscript>
    </SubmitOnChange>
  );
}
