import type messages from '../messages/en.json';
import { type formats } from './formats';
import { type routing } from './routing';

// A key that is in no catalogue is a type error.
declare module 'next-intl' {
  interface AppConfig {
    Locale: (typeof routing.locales)[number];
    Messages: typeof messages;
    Formats: typeof formats;
  }
}
