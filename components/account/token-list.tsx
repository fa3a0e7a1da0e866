import { useFormatter, useTranslations } from 'next-intl';
import { type ApiToken } from '@/lib/auth/tokens.repository';

/** Every token, with what it may do and when it was used, and the way to revoke it. */
export function TokenList({ tokens, now }: { tokens: readonly ApiToken[]; now: Date }) {
  const t = useTranslations('tokens');
  const format = useFormatter();
  if (tokens.length === 0) return <p className="text-quiet">{t('none')}</p>;
  return (
    <ul>
      {tokens.map(({ id, name, scopes, createdBy, createdAt, expiresAt, lastUsedAt }) => (
        <li
          key={id}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-b border-rule py-4 first:border-t"
        >
          <div className="min-w-0">
            <p className="font-[550] wrap-anywhere">{name}</p>
            <p className="text-fine">
              <code>{scopes.join(' ')}</code>
            </p>
            <p className="mt-1 text-fine text-quiet">
              {t('createdBy', { name: createdBy.name, when: format.dateTime(createdAt, 'day') })}
            </p>
            <p className={`text-fine ${expiresAt <= now ? 'text-seal' : 'text-quiet'}`}>
              {expiresAt <= now
                ? t('expired', { when: format.dateTime(expiresAt, 'day') })
                : t('expires', { when: format.dateTime(expiresAt, 'day') })}
            </p>
            <p className="text-fine text-quiet">
              {lastUsedAt ? t('lastUsed', { when: format.dateTime(lastUsedAt, 'moment') }) : t('neverUsed')}
            </p>
          </div>
          <form action={`/admin/tokens/${id}/revoke`} method="post">
            <button type="submit" className="button-quiet" aria-label={t('revokeNamed', { name })}>
              {t('revoke')}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
