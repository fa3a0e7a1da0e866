import { type Formats } from 'next-intl';

/** Named formats for numbers, dates and lists in messages and components. */
export const formats = {
  dateTime: {
    day: { day: 'numeric', month: 'long', year: 'numeric' },
    moment: {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    },
  },
  number: {
    percent: { style: 'percent', maximumFractionDigits: 0 },
    share: { style: 'percent', maximumFractionDigits: 1 },
    megabytes: { minimumFractionDigits: 1, maximumFractionDigits: 1 },
  },
  list: {
    and: { type: 'conjunction' },
    or: { type: 'disjunction' },
    unit: { type: 'unit', style: 'short' },
  },
} satisfies Formats;
