import { readdirSync, readFileSync } from 'node:fs';
import { createTranslator } from 'next-intl';
import messages from '@/messages/en.json';
import { english } from '../support/english';

type Group = { readonly [name: string]: string | Group };

function keysOf(group: Group, before = ''): string[] {
  return Object.entries(group).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${before}${name}`] : keysOf(value, `${before}${name}.`),
  );
}

const code = ['app', 'components']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${String(name)}`))
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

test('every message is used', () => {
  // Keys that the code puts together: "sendingLabel" from a step, "nearestBy" from a figure, a refusal's parts.
  const composed =
    /(Label|By)$|^audit\.actions\.|^refusals\.|^problems\.|^details\.|^searchProblems\.|^strength\.(chance|words)\.|^words\.kinds\.|^collection\.colours\.|^developers\.addressParts\.|^quality\.reproductions\.kinds\.|^artwork\.(dates|qualifiers)\.|^imports\.(notes|choices|phases|outcomes|controls|records|samples)\.|^work\.uses\.|^editing\.(fields|publications|qualifiers)\.|^batch\.columns\.|^works\.(filters|publications|states|missing|sorts|kinds|titles|effects|fields|ways|confirm|done|seen)\.|^works\.(collection|emptyBin|empty)$/;
  const unused = keysOf(messages).filter((key) => {
    const name = key.split('.').at(-1) ?? '';
    return !composed.test(key) && !new RegExp(`['."\`]${name}['"\`]|\\b${name}:`).test(code);
  });
  expect(unused).toEqual([]);
});

test('every language has the same messages as English', () => {
  const files = readdirSync('messages').filter((file) => file.endsWith('.json'));
  for (const file of files) {
    const language = JSON.parse(readFileSync(`messages/${file}`, 'utf8')) as Group;
    expect([file, keysOf(language).sort()]).toEqual([file, keysOf(messages).sort()]);
  }
});

test('every code of a problem has its sentence', () => {
  const lib = readdirSync('lib', { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(`lib/${file}`, 'utf8'))
    .filter((text) => text.includes('new Problem('))
    .join('\n');
  const codes = [...lib.matchAll(/\bcode: (?:\w+ \? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g)].flatMap(
    ([, ...found]) => found,
  );
  expect(new Set(codes.filter((code) => code !== undefined))).toEqual(new Set(Object.keys(messages.details)));
});

test('the Japanese fonts have every character of the Japanese pages', () => {
  const font = readFileSync('app/japanese-fonts/characters.txt', 'utf8');
  const words = readFileSync('messages/ja.json', 'utf8');
  const ago = new Intl.RelativeTimeFormat('ja', { numeric: 'auto' });
  const times = (['year', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const).flatMap((unit) =>
    [-2, -1, 0, 1, 2].map((value) => ago.format(value, unit)),
  );
  const date = new Intl.DateTimeFormat('ja', { dateStyle: 'full', timeStyle: 'medium', timeZone: 'UTC' });
  const dates = Array.from({ length: 7 }, (_, day) => date.format(new Date(Date.UTC(2026, 10, day + 1))));
  const missing = [...new Set([words, ...times, ...dates].join(''))].filter(
    (one) => one >= '\u2000' && !font.includes(one),
  );
  // If not: scripts/japanese-fonts.mjs
  expect(missing).toEqual([]);
});

test('centuries are counted as English counts them', () => {
  const t = createTranslator({ ...english, namespace: 'collection' });
  expect([1, 2, 3, 4, 11, 12, 13, 21].map((century) => t('centuryValue', { century }))).toEqual(
    ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st'].map((ordinal) => `${ordinal} century`),
  );
  expect(t('centuryBefore', { century: 1 })).toBe('1st century BCE');
});
