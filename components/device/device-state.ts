'use client';

import { useSyncExternalStore } from 'react';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { type DeviceReader, openDeviceReader } from '@/lib/vision/browser/device-reader';
import { DeviceError, type DeviceFailure } from '@/lib/vision/browser/messages';

/** Where the browser stands with reading pictures itself; one for all parts of a page. */
export interface DeviceState {
  /** The visitor wants it. Remembered. */
  readonly chosen: boolean;
  readonly step: 'asleep' | 'loading' | 'ready' | 'failed';
  readonly bytesDone: number;
  readonly bytesAll: number;
  readonly failure: DeviceFailure | null;
}

const rememberedAs = 'gafu-read-on-device';
const asleep: DeviceState = { chosen: false, step: 'asleep', bytesDone: 0, bytesAll: 0, failure: null };

let state = asleep;
let opening: { readonly address: string; readonly reader: Promise<DeviceReader> } | null = null;
const listeners = new Set<() => void>();

function set(change: Partial<DeviceState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useDeviceState(): DeviceState {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => asleep,
  );
}

/** What the visitor chose; the network is fetched as soon as they did, and next time at once. */
export function chooseDevice(offer: DeviceOffer, chosen: boolean): void {
  try {
    if (chosen) localStorage.setItem(rememberedAs, 'yes');
    else localStorage.removeItem(rememberedAs);
  } catch {
    // Without storage it is chosen anew each time.
  }
  set({ chosen });
  if (chosen) deviceReader(offer).catch(() => undefined);
}

/** Chooses again what was chosen last time. */
export function recallChoice(offer: DeviceOffer): void {
  try {
    if (!state.chosen && localStorage.getItem(rememberedAs) === 'yes') chooseDevice(offer, true);
  } catch {
    // Nothing is remembered without storage.
  }
}

/** The reader of this page, opened on first use; one that failed is tried anew. @throws DeviceError */
export function deviceReader(offer: DeviceOffer): Promise<DeviceReader> {
  if (opening?.address === offer.address) return opening.reader;
  set({ step: 'loading', failure: null, bytesDone: 0, bytesAll: 0 });
  const reader = openDeviceReader(offer, (bytesDone, bytesAll) => set({ bytesDone, bytesAll }));
  opening = { address: offer.address, reader };
  reader.then(
    () => set({ step: 'ready' }),
    (error: unknown) => {
      opening = null;
      set({ step: 'failed', failure: error instanceof DeviceError ? error.failure : 'unable' });
    },
  );
  return reader;
}
