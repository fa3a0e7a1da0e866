'use client';

import { lazy } from 'react';
import { type DropZoneProps } from './drop-zone';

const DropZone = lazy(() => import('./drop-zone').then((part) => ({ default: part.DropZone })));

/**
 * The form for a picture, on a page that seldom shows it: its scripts come only when it does. Without a boundary of
 * Suspense, so that the server waits for it, and browsers without scripts have it too.
 */
export function DropZoneLater(props: DropZoneProps) {
  return <DropZone {...props} />;
}
