import { OaiError } from './oai-error';
import { parseBounds, parseMetadataPrefix, parseOaiRequest } from './oai-request';
import { formatToken, parseToken } from './resumption-token';

const code = (ask: () => unknown) => {
  try {
    ask();
    return null;
  } catch (error) {
    if (error instanceof OaiError) return error.code;
    throw error;
  }
};

test.each([
  ['', 'badVerb'],
  ['verb=Harvest', 'badVerb'],
  ['verb=Identify&verb=Identify', 'badVerb'],
  ['verb=constructor', 'badVerb'],
  ['verb=Identify&set=a', 'badArgument'],
  ['verb=ListRecords', 'badArgument'],
  ['verb=ListRecords&metadataPrefix=oai_dc&metadataPrefix=lido', 'badArgument'],
  ['verb=ListRecords&resumptionToken=a&metadataPrefix=oai_dc', 'badArgument'],
  ['verb=GetRecord&identifier=oai:a:b', 'badArgument'],
  ['verb=GetRecord&identifier=oai:a:b&metadataPrefix=oai_dc', null],
  ['verb=ListRecords&resumptionToken=a', null],
])('%s is %s', (query, expected) => {
  expect(code(() => parseOaiRequest(new URLSearchParams(query)))).toBe(expected);
});

test.each([
  [{ from: '2026-11-01', until: '2026-11-02' }, null],
  [{ from: '2026-11-01T00:00:00Z' }, null],
  [{ from: '2026-11-02', until: '2026-11-01' }, 'badArgument'],
  [{ from: '2026-11-01', until: '2026-11-02T00:00:00Z' }, 'badArgument'],
  [{ from: '2026-02-30' }, 'badArgument'],
  [{ from: '2026-13-01' }, 'badArgument'],
  [{ until: 'yesterday' }, 'badArgument'],
  [{ until: '2026-11-01T00:00:00+01:00' }, 'badArgument'],
])('the bounds %j are %s', (given, expected) => expect(code(() => parseBounds(given))).toBe(expected));

test('a day belongs to a list as a whole', () => {
  const bounds = parseBounds({ from: '2026-11-01', until: '2026-11-01' });
  expect([bounds.from?.toISOString(), bounds.until?.toISOString()]).toEqual([
    '2026-11-01T00:00:00.000Z',
    '2026-11-01T23:59:59.000Z',
  ]);
});

test('another format cannot be had', () => {
  expect(code(() => parseMetadataPrefix('marc'))).toBe('cannotDisseminateFormat');
});

test('a token says what it was made from, and no other text is one', () => {
  const token = {
    prefix: 'lido',
    from: null,
    until: new Date('2026-11-26T08:00:00Z'),
    set: 'movement:cubism',
    after: { changedAt: new Date('2026-11-25T08:00:00Z'), artworkId: 'k3v9q2mwta' },
    cursor: 100,
  } as const;
  expect(parseToken(formatToken(token))).toEqual(token);
  const forged = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  for (const text of [
    '',
    'a',
    '%00',
    forged([]),
    forged(['oai_dc', null, 9e15, null, 1, 'a', 0]),
    forged(['oai_dc', null, 1, null, 1, 'a\u0000', 0]),
    forged(['marc', null, 1, null, 1, 'a', 0]),
  ])
    expect(code(() => parseToken(text))).toBe('badResumptionToken');
});
