'use client';

import { useTranslations } from 'next-intl';
import { useTicked } from './use-ticked';

/** How many works are ticked, read out when it changes. Client messages: `selection`. */
export function TickedCount() {
  const t = useTranslations('selection');
  const counts = useTicked();
  return (
    <span role="status" className="text-quiet tabular-nums">
      {counts && t('ticked', { count: counts.ticked })}
    </span>
  );
}
