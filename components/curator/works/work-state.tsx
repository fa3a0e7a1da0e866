import { useTranslations } from 'next-intl';
import { type Artwork } from '@/lib/catalog/artwork';

/** Whether visitors see a work, and whether it can be searched yet if not. */
export function WorkState({ artwork: { publication, state } }: { artwork: Artwork }) {
  const t = useTranslations('works');
  const dot = { draft: 'border border-edge', published: 'bg-ink', withdrawn: 'bg-edge' }[publication];
  return (
    <span data-publication={publication} data-state={state}>
      <span className="flex items-center gap-2">
        <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${dot}`} />
        {t(`publications.${publication}`)}
      </span>
      {state !== 'ready' && (
        <span className={`block ${state === 'failed' ? 'text-seal' : ''}`}>{t(`states.${state}`)}</span>
      )}
    </span>
  );
}
