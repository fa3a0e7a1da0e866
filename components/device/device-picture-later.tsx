'use client';

import { lazy } from 'react';
import { type DevicePictureProps } from './device-picture';

const DevicePicture = lazy(() =>
  import('./device-picture').then((file) => ({ default: file.DevicePicture })),
);

/** A picture that stayed on its owner's device, on a page that seldom shows one: its scripts come only when it does. */
export function DevicePictureLater(props: DevicePictureProps) {
  return <DevicePicture {...props} />;
}
