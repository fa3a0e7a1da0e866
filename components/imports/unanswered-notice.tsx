import { useTranslations } from 'next-intl';
import { RefreshWhile } from '@/components/curator/refresh-while';
import { Notice } from '@/components/layout/notice';

interface UnansweredNoticeProps {
  /** Whose answer is waited for. */
  title: string;
  /** Of the page that shows the answer once it is there. */
  address: string;
}

/** The source has not answered yet; the page asks again by itself, or by a link. Client messages: `refresh`. */
export function UnansweredNotice({ title, address }: UnansweredNoticeProps) {
  const t = useTranslations('imports');
  return (
    <div className="mt-10">
      <Notice title={t('unanswered', { title })}>{t('unansweredHelp')}</Notice>
      <RefreshWhile active />
      <noscript>
        <a href={address} className="link">
          {t('reload')}
        </a>
      </noscript>
    </div>
  );
}
