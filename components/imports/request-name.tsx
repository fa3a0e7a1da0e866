import { useTranslations } from 'next-intl';
import { type ImportReport } from '@/lib/imports/import-reports';
import { isUploadedAddress } from '@/lib/imports/reading/given-list';
import { choices } from '@/lib/imports/source';

/** What was asked of a source; nothing if that was everything. */
export function RequestName({ report: { request } }: { report: Pick<ImportReport, 'request'> }) {
  const t = useTranslations('imports');
  const { choice, only } = request;
  const said = choices.flatMap((name) => {
    const value = choice[name];
    return value === undefined || isUploadedAddress(value) ? [] : [value];
  });
  const parts = [
    ...said,
    ...(only === undefined ? [] : [t('chosen', { count: only.size })]),
    ...(choice.openOnly ? [] : [t('withAllRights')]),
  ];
  return parts.join(', ');
}
