import { type MetadataRoute } from 'next';
import { getTranslations } from 'next-intl/server';
import { routing } from '@/i18n/routing';

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations({ locale: routing.defaultLocale, namespace: 'site' });
  return {
    name: 'Gafu 画風検索',
    short_name: 'Gafu',
    description: t('summary'),
    start_url: '/',
    display: 'minimal-ui',
    background_color: '#faf9f7',
    theme_color: '#faf9f7',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
}
