'use client';

import { lazy } from 'react';

/**
 * The form for a picture, on a page that seldom shows it: its scripts come only when it does. Without a boundary of
 * Suspense, so that the server waits for it, and browsers without scripts have it too.
 */
export const DropZoneLater = lazy(() =>
  import('./drop-zone').then(({ DropZone }) => ({ default: DropZone })),
);
