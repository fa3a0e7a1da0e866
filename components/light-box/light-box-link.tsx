'use client';

import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/link';
import { useOwnLightBox } from './own-light-box';

/** Leads to the light box while it holds something. Client messages: `keep`. */
export function LightBoxLink({ className }: { className: string }) {
  const t = useTranslations('keep');
  const { length } = useOwnLightBox();
  if (length === 0) return null;
  return (
    <Link href="/lightbox" className={className} aria-label={t('open', { count: length })}>
      <span className="max-sm:hidden">{t('lightBox')}</span>
      <span aria-hidden="true" className="light-box-count">
        {length}
      </span>
    </Link>
  );
}
