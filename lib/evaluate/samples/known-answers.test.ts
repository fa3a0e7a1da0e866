import { knownAnswers } from './known-answers';

const painters = Array.from({ length: 6 }, (_, index) => `painter ${index}`);
const subjects = Array.from({ length: 6 }, (_, index) => `subject ${index}`);
const works = painters.flatMap((painter) => subjects.map((subject) => ({ painter, subject })));

/** One axis a painter, one a subject: `look` says how much the painter counts. */
function embeddings(look: number) {
  return works.map(({ painter, subject }) => {
    const vector = new Float32Array(12);
    vector[painters.indexOf(painter)] = Math.sqrt(look);
    vector[6 + subjects.indexOf(subject)] = Math.sqrt(1 - look);
    return vector;
  });
}

test('a space in which the painter counts most answers every question of style and none of content', () => {
  expect(knownAnswers(works, embeddings(0.9), 'style')).toMatchObject({
    answered: 1,
    precision: 1,
    separation: 1,
  });
  expect(knownAnswers(works, embeddings(0.9), 'content')).toMatchObject({
    answered: 0,
    precision: 0,
    separation: 0,
  });
});

test('a space in which the subject counts most does the opposite', () => {
  expect(knownAnswers(works, embeddings(0.1), 'style').answered).toBe(0);
  expect(knownAnswers(works, embeddings(0.1), 'content')).toMatchObject({ answered: 1, separation: 1 });
});

test('lists the painters that are found worst first', () => {
  const blurred = embeddings(0.9).map((vector, index) =>
    works[index]?.painter === 'painter 3' ? new Float32Array(12).fill(0.1) : vector,
  );
  expect(knownAnswers(works, blurred, 'style').groups[0]).toMatchObject({ name: 'painter 3', works: 6 });
});
