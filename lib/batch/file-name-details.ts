import { type Cells } from './cells';

/** Between artist and title: a dash with blanks around it. */
const dash = /\s+[-–—]\s+/;
/** `(1889)`, `[c. 1890]`: something with a number in brackets, at the end. */
const datedEnd = /\s*[([]([^()[\]]*\d[^()[\]]*)[)\]]\s*$/;
/** `-1889`, `_1830-32`, `, 1889` at the end. */
const yearEnd = /[\s,_-]+(1\d{3}|20\d{2})(?:\s*[-–]\s*(\d{2}(?:\d{2})?))?$/;
/** What cameras and scanners write before a number, which is then no year. */
const device = /^(?:dsc[fn]?|image|img|mvimg|photo|pict?|pxl|scan)$/i;
const leadingNumber = /^\d+[\s._-]+(?=.*\p{L})/u;
/** `vincent-van-gogh_the-starry-night`: words joined by hyphens, artist and title by one underscore. */
const joinedPair = /^([^\s_\d]+(?:-[^\s_\d]+)*)_([^\s_]+)$/;
/** Not written with a capital inside a name. */
const particles = new Set('af da de del della den der di du el la le of the van von y zu'.split(' '));

/**
 * What a file's name says of a work: `Artist - Title (1889).jpg`, `0012_title-words.jpg`,
 * `artist-name_title-words-1889.jpg`. A name that says nothing else is the title.
 * @param path with `/` or `\`
 */
export function detailsFromFileName(path: string): Cells {
  const file = path.split(/[\\/]/).at(-1) ?? path;
  const stem = file
    .normalize('NFC')
    .replace(/(?<=.)\.[^.\s]+$/, '')
    .replace(leadingNumber, '')
    .trim();
  const { rest, year } = withoutDate(stem);
  const { artist, title } = parted(rest);
  const words = /\s/.test(rest) ? withBlanks : withoutHyphens;
  const name = artist === null ? null : asName(words(artist));
  const text = words(title);
  return {
    // A number alone is no title.
    title: name !== null && !/\p{L}/u.test(text) ? `${name} ${text}` : capitalised(text) || file,
    ...(name !== null && { artist: name }),
    ...(year !== null && { year }),
  };
}

function withoutDate(name: string): { rest: string; year: string | null } {
  const dated = datedEnd.exec(name);
  if (dated?.[1] !== undefined && dated.index > 0)
    return { rest: name.slice(0, dated.index), year: dated[1].trim() };
  const found = yearEnd.exec(name);
  const before = name.slice(0, found?.index ?? 0);
  if (!found || before === '' || device.test(before)) return { rest: name, year: null };
  const [, from = '', to] = found;
  return { rest: before, year: to === undefined ? from : `${from}–${to}` };
}

function parted(name: string): { artist: string | null; title: string } {
  const [first = '', ...others] = name.split(dash);
  if (others.length > 0) return { artist: first, title: others.join(' – ') };
  const joined = joinedPair.exec(name);
  const isJoined = joined?.[1]?.includes('-') === true;
  return isJoined ? { artist: joined?.[1] ?? '', title: joined?.[2] ?? '' } : { artist: null, title: name };
}

function withBlanks(text: string): string {
  return text.replace(/[_\s]+/g, ' ').trim();
}

/** In a name without blanks, hyphens stand for them. */
function withoutHyphens(text: string): string {
  return withBlanks(text.replace(/-+/g, ' '));
}

function capitalised(text: string): string {
  return isLowerCase(text) ? text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : text;
}

function asName(text: string): string {
  if (!isLowerCase(text)) return text;
  return text
    .split(' ')
    .map((word, at) => (at > 0 && particles.has(word) ? word : capitalised(word)))
    .join(' ');
}

const isLowerCase = (text: string) => text === text.toLowerCase();
