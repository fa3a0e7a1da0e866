import { type Formats } from 'next-intl';

/** Named formats for numbers, dates and lists in messages and components. */
export const formats = {
  dateTime: { day: { day: 'numeric', month: 'long', year: 'numeric' } },
  number: {
    percent: { style: 'percent', maximumFractionDigits: 0 },
    share: { style: 'percent', maximumFractionDigits: 1 },
    megabytes: { minimumFractionDigits: 1, maximumFractionDigits: 1 },
  },
  list: { and: { type: 'conjunction' }, or: { type: 'disjunction' } },
} satisfies Formats;
