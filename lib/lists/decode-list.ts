import { Problem } from '@/lib/platform/problem';
import { decodeStrictly, encodingNamed } from './encodings';
import { guessEncodings } from './guess-encoding';

/** The byte order marks, which say what a file is encoded in. */
const marks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;
const shownMax = 60;

export interface DecodedList {
  readonly text: string;
  readonly encoding: string;
}

/**
 * The text of a list: by its byte order mark, else by the encoding that the curator names, else UTF-8.
 *
 * @param name what the list is called in messages
 * @throws Problem `invalid-request` if the bytes are not such text; it says which encodings they may be
 */
export function decodeList(bytes: Uint8Array, name: string, asked?: string): DecodedList {
  const named = asked === undefined ? null : encodingNamed(asked);
  const marked = marks.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte));
  const encoding = marked?.encoding ?? named ?? 'utf-8';
  const text = decodeStrictly(bytes, encoding);
  // UTF-16 without its mark is text in other encodings too, with a character U+0000 after each letter.
  if (text !== null && !text.includes('\0')) return { text: text.replace(/^\uFEFF/, ''), encoding };
  throw new Problem('invalid-request', wrongEncoding(bytes, name, encoding));
}

function wrongEncoding(bytes: Uint8Array, name: string, encoding: string): string {
  const { number, line } = firstWrongLine(bytes, encoding);
  const guesses = guessEncodings(bytes).filter((guess) => guess !== encoding);
  const wrong = `${name} is not ${encoding.toUpperCase()}: line ${number} has bytes that are no text in it.`;
  const [first, ...others] = guesses;
  if (first === undefined) return `${wrong} Save it as CSV in UTF-8, or name its encoding with --encoding.`;
  const isUtf16 = first.startsWith('utf-16');
  const reading = (guess: string) => shortened(decodeStrictly(isUtf16 ? bytes : line, guess) ?? '');
  // Of encodings that read the line alike the likeliest is named.
  const different = others.filter((other, at) =>
    [first, ...others.slice(0, at)].every((before) => reading(before) !== reading(other)),
  );
  return (
    `${wrong} It seems to be ${first}, in which ${isUtf16 ? 'it begins' : 'that line reads'} "${reading(first)}": ` +
    `if that is right, add --encoding ${first}. ` +
    different.map((other) => `In ${other} it reads "${reading(other)}". `).join('') +
    'Or save the list as CSV in UTF-8.'
  );
}

/** The first line that is not text in this encoding. In UTF-16 it is taken to be the first. */
function firstWrongLine(bytes: Uint8Array, encoding: string): { number: number; line: Uint8Array } {
  let start = 0;
  for (let number = 1; !encoding.startsWith('utf-16') && start < bytes.length; number++) {
    const found = bytes.indexOf(0x0a, start);
    const line = bytes.subarray(start, found === -1 ? bytes.length : found);
    if (decodeStrictly(line, encoding) === null) return { number, line };
    start += line.length + 1;
  }
  return { number: 1, line: bytes };
}

function shortened(text: string): string {
  const line = text.trim().split(/\r?\n/)[0] ?? '';
  const characters = [...line];
  return characters.length > shownMax ? `${characters.slice(0, shownMax).join('')}…` : line;
}
