'use client';

import { useSyncExternalStore } from 'react';
import { type DeviceOffer } from '@/lib/vision/browser/browser-files';
import { type DeviceReader } from '@/lib/vision/browser/device-reader';
import { DeviceError, type DeviceFailure } from '@/lib/vision/browser/messages';

/** Whether the browser can read pictures itself, and what it lacks; one state for the whole page. */
export interface DeviceState {
  /** The visitor chose it. Remembered. */
  readonly chosen: boolean;
  readonly step: 'idle' | 'loading' | 'ready' | 'failed';
  readonly bytesDone: number;
  readonly bytesAll: number;
  readonly failure: DeviceFailure | null;
}

const rememberedAs = 'gafu-read-on-device';
const idle: DeviceState = { chosen: false, step: 'idle', bytesDone: 0, bytesAll: 0, failure: null };

let state = idle;
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
    () => idle,
  );
}

/** Stores the visitor's choice. The network is downloaded as soon as it is made, and at once next time. */
export function chooseDevice(offer: DeviceOffer, chosen: boolean): void {
  try {
    if (chosen) localStorage.setItem(rememberedAs, 'yes');
    else localStorage.removeItem(rememberedAs);
  } catch {
    // Without storage it has to be chosen on every visit.
  }
  set({ chosen });
  if (chosen) deviceReader(offer).catch(() => undefined);
}

/** Restores the choice of the last visit. */
export function recallChoice(offer: DeviceOffer): void {
  try {
    if (!state.chosen && localStorage.getItem(rememberedAs) === 'yes') chooseDevice(offer, true);
  } catch {
    // Without storage there is nothing to restore.
  }
}

/** Whether pictures are to be read here, also before any part of the page has asked. */
export function isDeviceChosen(offer: DeviceOffer): boolean {
  recallChoice(offer);
  return state.chosen;
}

/** The page's reader, opened on first use; one that failed is opened again next time. @throws DeviceError */
export function deviceReader(offer: DeviceOffer): Promise<DeviceReader> {
  if (opening?.address === offer.address) return opening.reader;
  set({ step: 'loading', failure: null, bytesDone: 0, bytesAll: 0 });
  const reader = loadReader(offer);
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

/** Its code, too, is loaded when it is used. */
async function loadReader(offer: DeviceOffer): Promise<DeviceReader> {
  const { openDeviceReader } = await import('@/lib/vision/browser/device-reader').catch(() => {
    throw new DeviceError('unreachable', 'the code that reads pictures did not come');
  });
  return openDeviceReader(offer, (bytesDone, bytesAll) => set({ bytesDone, bytesAll }));
}
