import { Random } from './kit/random';
import type { Painter } from './painters/painter';
import { painters } from './painters/painters';
import type { Subject } from './subjects/subject';
import { subjects } from './subjects/subjects';
import { titles } from './titles';

/** One work to be painted, with everything the catalogue says of it. */
export interface Work {
  readonly painter: Painter;
  readonly subject: Subject;
  readonly file: string;
  readonly title: string;
  readonly year: number;
  readonly description: string;
}

/** Every work, grouped by subject, so that a scene set once serves all painters. */
export function allWorks(): Work[] {
  return subjects.flatMap((subject, place) =>
    painters.map((painter): Work => {
      const title = titles[painter.id]?.[place];
      if (!title)
        throw new Error(
          `No title for ${painter.id} and ${subject.id}: titles.ts needs one title per subject.`,
        );
      const [from, to] = painter.years;
      return {
        painter,
        subject,
        file: `${painter.id}-${subject.id}.webp`,
        title,
        year: from + Math.floor(new Random(`year ${painter.id} ${subject.id}`).next() * (to - from + 1)),
        description: `${subject.name}, painted by code in ${painter.manner}; the artist and the date are invented.`,
      };
    }),
  );
}

const COLUMNS = [
  'file',
  'artist',
  'title',
  'movement',
  'subject',
  'year',
  'medium',
  'description',
  'source',
  'rights',
];
const quoted = (field: string | number): string => `"${String(field).replaceAll('"', '""')}"`;

/** The manifest that `gafu import` reads (RFC 4180). */
export function manifestCsv(works: readonly Work[]): string {
  const rows = works.map(({ file, painter, title, subject, year, description }) => [
    file,
    painter.artist,
    title,
    painter.movement,
    subject.name,
    year,
    painter.medium,
    description,
    'Gafu sample collection',
    'CC0 1.0',
  ]);
  return [COLUMNS, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}
