import { type Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { openapiDocument } from '@/app/api/_lib/openapi';
import { uploadLimit, vectorsLimit } from '@/lib/ingest/upload-limits';
import { siteOrigin } from '@/lib/platform/site-origin';
import { AddressGrammar } from './address-grammar';
import { FieldsTable } from './fields-table';
import { OperationSection } from './operation-section';
import { operationsOf, schemasOf } from './operations';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('developers');
  return { title: t('title'), description: t('description') };
}

/** The API's description, readable without client JavaScript, made from the document that programs read. */
export default function DevelopersPage() {
  const t = useTranslations('developers');
  const document = openapiDocument();
  const origin = siteOrigin();
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
      <section className="mt-10" aria-labelledby="first-steps">
        <h2 id="first-steps" className="font-serif text-head">
          {t('try')}
        </h2>
        <pre
          tabIndex={0}
          role="region"
          aria-label={t('examples')}
          className="mt-4 overflow-x-auto bg-plinth p-5"
        >
          <code>{examples(t, origin)}</code>
        </pre>
      </section>
      <AddressGrammar />
      <h2 className="mt-14 font-serif text-head">{t('limits')}</h2>
      <p className="mt-4 max-w-prose">
        {t.rich('limitsText', {
          uploads: uploadLimit.clientMax(),
          vectors: vectorsLimit.clientMax(),
          code: (text) => <code>{text}</code>,
        })}
      </p>
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

function examples(t: ReturnType<typeof useTranslations<'developers'>>, origin: string): string {
  return [
    `# ${t('exampleUpload')}`,
    `curl -F picture=@picture.jpg '${origin}/api/v1/search?by=style&limit=5'`,
    '',
    `# ${t('exampleBlend')}`,
    `curl '${origin}/api/v1/search?style=FIRST_ID&content=OTHER_ID~0.5'`,
    '',
    `# ${t('exampleDetail')}`,
    `curl '${origin}/api/v1/search?style=FIRST_ID@25,40,30,20'`,
    '',
    `# ${t('exampleColours')}`,
    `curl '${origin}/api/v1/search?palette=1d3b5a:60,c8a24a:40'`,
    '',
    `# ${t('exampleList')}`,
    `curl '${origin}/api/v1/artworks?q=sea&century=19'`,
  ].join('\n');
}
