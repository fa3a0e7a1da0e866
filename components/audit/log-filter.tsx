import { useTranslations } from 'next-intl';
import { changeActions, subjectKinds } from '@/lib/catalog/change';
import { type Actor } from '@/lib/platform/actor';

interface LogFilterProps {
  /** Everyone whose changes the log has. */
  actors: readonly Actor[];
  chosen: { readonly actor: string; readonly subject: string; readonly action: string };
}

/** Narrows the audit log; sent as the page's address. */
export function LogFilter({ actors, chosen }: LogFilterProps) {
  const t = useTranslations('audit');
  return (
    <form action="/admin/log" method="get" className="mb-8 flex flex-wrap items-end gap-x-5 gap-y-4">
      <Choice name="actor" label={t('byActor')} chosen={chosen.actor} all={t('everyone')}>
        {actors.map((actor) => (
          <option key={actorKey(actor)} value={actorKey(actor)}>
            {t('actor', { kind: actor.kind.replace('-', '_'), name: actor.name })}
          </option>
        ))}
      </Choice>
      <Choice name="subject" label={t('bySubject')} chosen={chosen.subject} all={t('everything')}>
        {subjectKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t('kind', { kind })}
          </option>
        ))}
      </Choice>
      <Choice name="action" label={t('byAction')} chosen={chosen.action} all={t('everyAction')}>
        {changeActions.map((action) => (
          <option key={action} value={action}>
            {t(`actions.${action}`)}
          </option>
        ))}
      </Choice>
      <button type="submit" className="button-quiet min-h-11!">
        {t('narrow')}
      </button>
    </form>
  );
}

/** How an address names somebody who changed something. */
export function actorKey({ kind, id, name }: Actor): string {
  return `${kind}:${id ?? (kind === 'command' ? name : '')}`;
}

interface ChoiceProps {
  name: string;
  label: string;
  chosen: string;
  /** What is shown while nothing is chosen. */
  all: string;
  children: React.ReactNode;
}

function Choice({ name, label, chosen, all, children }: ChoiceProps) {
  return (
    <div className="w-full sm:w-56">
      <label htmlFor={name} className="mb-1.5 block">
        {label}
      </label>
      <select id={name} name={name} defaultValue={chosen} className="field">
        <option value="">{all}</option>
        {children}
      </select>
    </div>
  );
}
