import { type MetadataRoute } from 'next';

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Gafu 画風検索',
    short_name: 'Gafu',
    description: 'Find paintings by how they are painted.',
    start_url: '/',
    display: 'minimal-ui',
    background_color: '#faf9f7',
    theme_color: '#faf9f7',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  };
}
