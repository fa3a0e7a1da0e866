import { type Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { pageAlternates } from '@/app/page-alternates';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('accessibility');
  return { title: t('title'), alternates: await pageAlternates('/accessibility') };
}

const tested = ['rules', 'zoom', 'keyboard', 'colours', 'scripts'] as const;
const missing = ['people', 'pictures', 'camera', 'languages'] as const;

/** Who can use the site, how that was tested, and what is known to be missing: docs/accessibility.md in short. */
export default function AccessibilityPage() {
  const t = useTranslations('accessibility');
  return (
    <div className="shell">
      <h1 className="max-w-[16ch] pt-4 font-serif text-title tracking-[-0.015em] md:pt-8">{t('title')}</h1>
      <p className="mt-5 max-w-prose font-serif text-read">{t('aim')}</p>
      <div className="mt-12 grid gap-x-16 gap-y-10 font-serif text-read md:grid-cols-2">
        <section className="max-w-prose space-y-4">
          <h2 className="text-head">{t('tested.title')}</h2>
          <ul className="list-disc space-y-3 pl-5">
            {tested.map((one) => (
              <li key={one}>{t(`tested.${one}`)}</li>
            ))}
          </ul>
        </section>
        <section className="max-w-prose space-y-4">
          <h2 className="text-head">{t('missing.title')}</h2>
          <ul className="list-disc space-y-3 pl-5">
            {missing.map((one) => (
              <li key={one}>{t(`missing.${one}`)}</li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}
