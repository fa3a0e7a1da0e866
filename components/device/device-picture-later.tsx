'use client';

import { lazy } from 'react';
import { type DevicePictureProps } from './device-picture';

// Without a connection its place stays empty, and the results are there.
const DevicePicture = lazy(() =>
  import('./device-picture')
    .then((file) => ({ default: file.DevicePicture }))
    .catch(() => ({ default: () => <></> })),
);

/** A picture that stayed on its owner's device, on a page that seldom shows one: its scripts come only when it does. */
export function DevicePictureLater(props: DevicePictureProps) {
  return <DevicePicture {...props} />;
}
