import { type Metadata } from 'next';
import { openapiDocument } from '@/app/api/_lib/openapi';
import { settings } from '@/lib/platform/settings';
import { FieldsTable } from './fields-table';
import { OperationSection } from './operation-section';
import { operationsOf, schemasOf } from './operations';

export const metadata: Metadata = {
  title: 'API',
  description: 'Search paintings by style and content from your own program: JSON, OpenAPI 3.1, no key.',
};

/** The API's description, readable without client JavaScript; made from the document that programs read. */
export default function DevelopersPage() {
  const document = openapiDocument();
  const { publicUrl, port } = settings();
  const origin = publicUrl ?? `http://localhost:${port}`;
  const operations = operationsOf(document);
  return (
    <div className="shell pb-20">
      <h1 className="pt-4 font-serif text-title tracking-[-0.015em] md:pt-8">API</h1>
      <p className="mt-5 max-w-prose font-serif text-read">
        All that these pages do can be asked for as JSON, without a key. Programs read its description at{' '}
        <a href="/api/openapi.json" className="link">
          openapi.json
        </a>{' '}
        (OpenAPI 3.1). Errors are problem details (RFC 9457) that say what was wrong and what is allowed.
      </p>
      <section className="mt-10" aria-labelledby="first-steps">
        <h2 id="first-steps" className="font-serif text-head">
          Try it
        </h2>
        <pre tabIndex={0} role="region" aria-label="Examples" className="mt-4 overflow-x-auto bg-plinth p-5">
          <code>{examples(origin)}</code>
        </pre>
      </section>
      <h2 className="mt-14 font-serif text-head">What can be asked</h2>
      <nav aria-label="What can be asked" className="mt-5">
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
      <h2 className="mt-16 font-serif text-head">What is answered</h2>
      <div className="mt-8 space-y-12">
        {schemasOf(document).map(({ name, description, fields }) => (
          <section key={name} id={name} aria-labelledby={`${name}-title`} className="scroll-mt-6">
            <h3 id={`${name}-title`} className="font-serif text-read font-medium">
              {name}
            </h3>
            {description && <p className="mt-2 max-w-prose">{description}</p>}
            <div className="mt-4">
              <FieldsTable fields={fields} label={`Members of ${name}`} />
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}

function examples(origin: string): string {
  return [
    '# Works painted like your picture',
    `curl -F picture=@picture.jpg '${origin}/api/v1/search?by=style&limit=5'`,
    '',
    '# The style of one work, half the content of another',
    `curl '${origin}/api/v1/search?style=FIRST_ID&content=OTHER_ID~0.5'`,
    '',
    '# Words and facets',
    `curl '${origin}/api/v1/artworks?q=sea&century=19'`,
  ].join('\n');
}
