import { formats } from '@/i18n/formats';
import messages from '@/messages/en.json';

/** The English words and formats, for next-intl's `createTranslator` and `createFormatter`. */
export const english = { locale: 'en', messages, formats, timeZone: 'UTC' } as const;
