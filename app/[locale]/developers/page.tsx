import { type Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { pageAlternates } from '@/app/page-alternates';
import { openapiDocument } from '@/app/api/_lib/openapi';
import { uploadLimit, vectorsLimit } from '@/lib/ingest/upload-limits';
import { siteOrigin } from '@/lib/platform/site-origin';
import { AddressGrammar } from './address-grammar';
import { Examples } from './examples';
import { FieldsTable } from './fields-table';
import { OperationSection } from './operation-section';
import { OtherWays } from './other-ways';
import { operationsOf, schemasOf } from './operations';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('developers');
  return {
    title: t('title'),
    description: t('description'),
    alternates: await pageAlternates('/developers'),
  };
}

/** The API's description, readable without client JavaScript, made from the document that programs read. */
export default function DevelopersPage() {
  const t = useTranslations('developers');
  const document = openapiDocument();
  const operations = operationsOf(document);
  return (
    <div className="shell pb-20">
      <h1 className="pt-4 font-serif text-title tracking-[-0.015em] md:pt-8">{t('title')}</h1>
      <p className="mt-5 max-w-prose font-serif text-read">
        {t.rich('lead', {
          link: (text) => (
            <a href="/api/openapi.json" className="link">
              {text}
            </a>
          ),
        })}
      </p>
      <Examples origin={siteOrigin()} />
      <AddressGrammar />
      <h2 className="mt-14 font-serif text-head">{t('limits')}</h2>
      <p className="mt-4 max-w-prose">
        {t.rich('limitsText', {
          uploads: uploadLimit.clientMax(),
          vectors: vectorsLimit.clientMax(),
          code: (text) => <code>{text}</code>,
        })}
      </p>
      <OtherWays origin={siteOrigin()} />
      <h2 className="mt-14 font-serif text-head">{t('stays')}</h2>
      <p className="mt-4 max-w-prose">{t.rich('staysText', { code: (text) => <code>{text}</code> })}</p>
      <h2 className="mt-14 font-serif text-head">{t('operations')}</h2>
      <nav aria-label={t('operations')} className="mt-5">
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {operations.map(({ id, summary }) => (
            <li key={id}>
              <a href={`#${id}`} className="link">
                {summary}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-8 space-y-12">
        {operations.map((operation) => (
          <OperationSection key={operation.id} operation={operation} />
        ))}
      </div>
      <h2 className="mt-16 font-serif text-head">{t('schemas')}</h2>
      <div className="mt-8 space-y-12">
        {schemasOf(document).map(({ name, description, fields }) => (
          <section key={name} id={name} aria-labelledby={`${name}-title`} className="scroll-mt-6">
            <h3 id={`${name}-title`} className="font-serif text-read font-medium">
              {name}
            </h3>
            {description && <p className="mt-2 max-w-prose">{description}</p>}
            <div className="mt-4">
              <FieldsTable fields={fields} label={t('membersOf', { schema: name })} />
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}
