import { useTranslations } from 'next-intl';
import { Notice } from '@/components/layout/notice';
import { type DeviceFailure } from '@/lib/vision/browser/messages';
import { type Refusal } from './send-form';

interface RefusalNoticeProps {
  /** The server's words, or a reason found in the browser. */
  refusal: Refusal | 'lost' | DeviceFailure;
  /** Something else to try. */
  children?: React.ReactNode;
}

/** Why a picture or form was not accepted, read out at once. Client components need the messages `refusals`. */
export function RefusalNotice({ refusal, children }: RefusalNoticeProps) {
  const t = useTranslations('refusals');
  const { title, detail } =
    typeof refusal === 'string' ? { title: t(`${refusal}.title`), detail: t(`${refusal}.detail`) } : refusal;
  return (
    <Notice role="alert" title={title}>
      {detail} {children}
    </Notice>
  );
}
