import { type Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { pageAlternates } from '@/app/page-alternates';
import { Link } from '@/i18n/link';
import { settings } from '@/lib/platform/settings';
import { SearchFigure } from './search-figure';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('about');
  return {
    title: t('title'),
    description: t('description'),
    alternates: await pageAlternates('/about'),
  };
}

const limits = ['order', 'photograph', 'knowledge', 'training', 'apart'] as const;

export default function AboutPage() {
  const t = useTranslations('about');
  const b = (text: React.ReactNode) => <strong className="font-semibold">{text}</strong>;
  const link = (href: string) => (text: React.ReactNode) => (
    <Link href={href} className="link">
      {text}
    </Link>
  );
  return (
    <div className="shell">
      <h1 className="max-w-[16ch] pt-4 font-serif text-title tracking-[-0.015em] md:pt-8">{t('heading')}</h1>
      <div className="mt-10 border-y border-rule py-8 md:py-12">
        <SearchFigure />
      </div>
      <div className="mt-12 grid gap-x-16 gap-y-10 font-serif text-read md:grid-cols-2">
        <Section title={t('process.title')}>
          <p>{t('process.network')}</p>
          <p>{t.rich('process.style', { b })}</p>
          <p>{t.rich('process.content', { b })}</p>
          <p>{t.rich('process.palette', { b })}</p>
          <p>{t('process.vectors')}</p>
        </Section>
        <Section title={t('limits.title')}>
          <ul className="list-disc space-y-3 pl-5">
            {limits.map((limit) => (
              <li key={limit}>{t(`limits.${limit}`)}</li>
            ))}
          </ul>
          <p>{t.rich('limits.quality', { link: link('/quality') })}</p>
        </Section>
        <Section title={t('privacy.title')}>
          <p>{t('privacy.kept', { days: settings().queryDays })}</p>
          <p>{t('privacy.device')}</p>
        </Section>
        <Section title={t('build.title')}>
          <p>{t.rich('build.text', { link: link('/developers') })}</p>
        </Section>
        <Section title={t('accessibility.title')}>
          <p>{t.rich('accessibility.text', { link: link('/accessibility') })}</p>
        </Section>
      </div>
    </div>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="max-w-prose space-y-4">
      <h2 className="text-head">{title}</h2>
      {children}
    </section>
  );
}
