import { useTranslations } from 'next-intl';
import { clientExamples, exampleLanguages } from './client-examples';
import { CodeBlock } from './code-block';

/** The first requests, to copy, in three languages. */
export function Examples({ origin }: { origin: string }) {
  const t = useTranslations('developers');
  const examples = clientExamples(origin, (name) => t(`exampleDoes.${name}`));
  return (
    <section className="mt-10" aria-labelledby="first-steps">
      <h2 id="first-steps" className="font-serif text-head">
        {t('try')}
      </h2>
      {exampleLanguages.map((language) => (
        <div key={language} className="mt-5">
          <h3 className="text-quiet">{t(`exampleLanguages.${language}`)}</h3>
          <CodeBlock label={t('examplesIn', { language: t(`exampleLanguages.${language}`) })}>
            {examples[language]}
          </CodeBlock>
        </div>
      ))}
    </section>
  );
}
