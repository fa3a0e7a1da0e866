'use client';

import dynamic from 'next/dynamic';

/** The form for a picture, on a page that seldom shows it: its scripts come only when it does. */
export const DropZoneLater = dynamic(() => import('./drop-zone').then(({ DropZone }) => DropZone));
