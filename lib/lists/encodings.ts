import iconv from 'iconv-lite';
import { Problem } from '@/lib/platform/problem';

/** What `--encoding` takes, by their names in the Encoding Standard (encoding.spec.whatwg.org) or IANA's registry. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  ...[1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258, 874].map((page) => `windows-${page}`),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16].map((part) => `iso-8859-${part}`),
  'macintosh',
  'koi8-r',
  'koi8-u',
  ...[437, 850, 852, 866].map((page) => `ibm${page}`),
  'shift_jis',
  'euc-jp',
  'gb18030',
  'gbk',
  'big5',
  'euc-kr',
];

/** Other names that people and programs use. */
const aliases: Readonly<Record<string, string>> = {
  utf16: 'utf-16le',
  unicode: 'utf-16le',
  ansi: 'windows-1252',
  latin1: 'iso-8859-1',
  latin2: 'iso-8859-2',
  latin9: 'iso-8859-15',
  mac: 'macintosh',
  macroman: 'macintosh',
  sjis: 'shift_jis',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  windows31j: 'shift_jis',
  windows932: 'shift_jis',
  eucjp: 'euc-jp',
  ujis: 'euc-jp',
  gb2312: 'gb18030',
  cp936: 'gbk',
  windows936: 'gbk',
  cp949: 'euc-kr',
  ksc56011987: 'euc-kr',
  windows949: 'euc-kr',
  cp950: 'big5',
  big5hkscs: 'big5',
  windows950: 'big5',
};

const bare = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** @returns its name in {@link encodings}. @throws Problem `invalid-request` that lists them */
export function encodingNamed(name: string): string {
  const wanted = bare(name);
  const found =
    encodings.find((known) => bare(known) === wanted) ??
    aliases[wanted] ??
    encodings.find((known) => bare(known).replace(/^(windows|ibm)/, 'cp') === wanted.replace(/^x?cp/, 'cp'));
  if (found) return found;
  throw new Problem('invalid-request', `There is no encoding "${name}". Allowed: ${encodings.join(', ')}.`, {
    encodings,
  });
}

/**
 * @param encoding one of {@link encodings}
 * @returns null if these bytes are not text in that encoding
 */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  if (encoding.startsWith('utf-')) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  }
  // Not TextDecoder: that of several Node versions, 20 among them, takes windows-1252 for ISO-8859-1, so that
  // curly quotes become control characters.
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
  return text.includes('\uFFFD') ? null : text;
}
