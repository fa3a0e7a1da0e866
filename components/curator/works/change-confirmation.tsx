import { useTranslations } from 'next-intl';
import { ClientMessages } from '@/components/layout/client-messages';
import { type ChangePreview } from '@/lib/curation/preview-change';
import { type WorksChange } from '@/lib/curation/works-change';
import { ConfirmButton } from './confirm-button';

interface ChangeConfirmationProps {
  change: WorksChange;
  /** The parameters of the preview. */
  parameters: string;
  preview: ChangePreview;
  /** The digest of the works in the preview. */
  seen: string;
}

/** Makes the change that the page shows. Nothing to press if there is nothing to change. */
export function ChangeConfirmation({ change, parameters, preview, seen }: ChangeConfirmationProps) {
  const t = useTranslations('works');
  const { changed, refused } = preview;
  if (refused > 0) return <p className="text-seal">{t('refusedHelp', { refused })}</p>;
  if (changed === 0) return <p className="text-quiet">{t('nothingToChange')}</p>;
  return (
    <form action="/admin/works/apply" method="post" encType="multipart/form-data">
      <input type="hidden" name="change" value={parameters} />
      <input type="hidden" name="seen" value={seen} />
      <ClientMessages of={['selection']}>
        <ConfirmButton label={t(`confirm.${change.kind}`, { count: changed })} />
      </ClientMessages>
    </form>
  );
}
