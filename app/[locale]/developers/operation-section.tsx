import { useTranslations } from 'next-intl';
import { FieldsTable } from './fields-table';
import { type Operation } from './operations';

/** One operation of the API: its request and its responses. */
export function OperationSection({ operation }: { operation: Operation }) {
  const t = useTranslations('developers');
  const { id, method, path, summary, description, token, parameters, bodyTypes, answers } = operation;
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6 border-t border-edge pt-6">
      <h3 id={`${id}-title`} className="font-serif text-read font-medium">
        {summary}
      </h3>
      <p className="mt-2 overflow-x-auto">
        <code>
          <strong className="font-semibold">{method}</strong> {path}
        </code>
      </p>
      {description && <p className="mt-3 max-w-prose">{description}</p>}
      {token && (
        <p className="mt-3 max-w-prose">
          {t(token.isNeeded ? 'tokenNeeded' : 'tokenPossible')} <code>{token.scopes.join(' ')}</code>
        </p>
      )}
      {bodyTypes.length > 0 && (
        <p className="mt-3 max-w-prose">
          {t('body')}{' '}
          {bodyTypes.map((type, i) => (
            <span key={type}>
              {i > 0 && ', '}
              <code>{type}</code>
            </span>
          ))}
        </p>
      )}
      {parameters.length > 0 && (
        <div className="mt-4">
          <FieldsTable fields={parameters} label={t('parametersOf', { operation: summary })} optional />
        </div>
      )}
      <dl className="mt-5 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
        {answers.map(({ status, description: meaning, schema }) => (
          <div key={status} className="contents">
            <dt className="tabular-nums">{status}</dt>
            <dd>
              {meaning}
              {schema && (
                <>
                  {' '}
                  <a href={`#${schema}`} className="link">
                    {schema}
                  </a>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
