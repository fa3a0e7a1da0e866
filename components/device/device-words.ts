import { type DeviceFailure } from '@/lib/vision/browser/messages';
import { type Refusal } from '@/components/forms/send-form';

/** What a visitor is told when their device could not read a picture. Nothing has been sent by then. */
export const deviceRefusals: Readonly<Record<DeviceFailure, Refusal>> = {
  unreachable: {
    title: 'What reads pictures did not arrive',
    detail: 'Check your connection and try again. Your picture has not been sent.',
  },
  replaced: {
    title: 'The site looks with another network by now',
    detail: 'Reload the page and try again. Your picture has not been sent.',
  },
  unable: {
    title: 'This browser cannot read pictures by itself',
    detail: 'It lacks WebAssembly or workers. Your picture has not been sent.',
  },
  undecodable: {
    title: 'This browser cannot open that file',
    detail: 'It may be damaged, or of a kind that only the site can open. Your picture has not been sent.',
  },
};

/** `3.1 MB`. */
export function megabytesLabel(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
