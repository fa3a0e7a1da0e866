// Headers that do not depend on the request: next.config.mjs gives them to all answers, server/static-files.ts to files.

export const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(self), microphone=(), geolocation=(), browsing-topics=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

/** Other sites may not show it in a frame. */
export const unframed = { key: 'X-Frame-Options', value: 'DENY' };

/**
 * A worker takes its policy from its own answer and not from the page's: it may run, compile WebAssembly, and fetch from
 * here. To a script on a page this says nothing.
 */
export const workerPolicy = {
  key: 'Content-Security-Policy',
  value: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
};
