import { parseArtworkDetails } from './details';

const unknown = {
  artist: null,
  movement: null,
  subject: null,
  medium: null,
  dateText: null,
  year: null,
  description: null,
  source: null,
  rights: null,
};

test('Only a title is needed; blank, null and absent all mean unknown', () => {
  expect(parseArtworkDetails({ title: ' The  Great\tWave ', artist: '  ', movement: null })).toEqual({
    ...unknown,
    title: 'The Great Wave',
  });
});

test('The year is read from the date, unless it is given', () => {
  expect(parseArtworkDetails({ title: 'x', dateText: '1830–32' })).toMatchObject({
    year: 1830,
    dateText: '1830–32',
  });
  expect(parseArtworkDetails({ title: 'x', dateText: '1830–32', year: '1831' })).toMatchObject({
    year: 1831,
  });
  expect(parseArtworkDetails({ title: 'x', dateText: 'A.H. 1015/A.D. 1606' })).toMatchObject({ year: 1606 });
  expect(parseArtworkDetails({ title: 'x', dateText: 'before 1850' })).toMatchObject({ year: 1850 });
  expect(parseArtworkDetails({ title: 'x', dateText: 'undated' })).toMatchObject({ year: null });
  expect(parseArtworkDetails({ title: 'x', year: -500 })).toMatchObject({ year: -500, dateText: null });
});

test('A description keeps its paragraphs', () => {
  const { description } = parseArtworkDetails({
    title: 'x',
    description: ' One \r\n\r\n\r\n\r\n two\u0000 three ',
  });
  expect(description).toBe('One\n\ntwo three');
});

test('Every bad field is named at once, with what is allowed', () => {
  const bad = () => parseArtworkDetails({ title: ' ', artist: 'x'.repeat(201), year: 'soon', medium: 7 });
  expect(bad).toThrow(
    /title is missing.*artist may have at most 200 characters.*medium must be text.*year must be a whole year/s,
  );
});

test('What is no object is refused', () => {
  expect(() => parseArtworkDetails('title')).toThrow(/cannot be used/);
});
