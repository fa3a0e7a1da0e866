import { type DatabaseClient } from '@/lib/catalog/database';
import { listMakers } from '@/lib/catalog/maker-records.repository';
import { type Suggestion } from '@/lib/catalog/suggestion';
import { suggestedFields, suggestValues } from '@/lib/catalog/suggestions.repository';
import { Problem } from '@/lib/platform/problem';

const suggestionsMax = 8;

/** @throws Problem `invalid-request` for a field without suggestions */
export async function suggest(db: DatabaseClient, field: string, text: string): Promise<Suggestion[]> {
  if (field === 'makers') return suggestMakers(db, text);
  const known = suggestedFields.find((one) => one === field);
  if (known === undefined)
    throw new Problem(
      'invalid-request',
      `There are no suggestions for the field "${field}". Allowed: makers, ${suggestedFields.join(', ')}.`,
      { parameter: 'field' },
    );
  return suggestValues(db, known, text, suggestionsMax);
}

async function suggestMakers(db: DatabaseClient, text: string): Promise<Suggestion[]> {
  const { makers } = await listMakers(db, { text, offset: 0, limit: suggestionsMax });
  const print = (value: string | number | null) => value?.toString() ?? '';
  return makers.map(({ name, works, birthYear, deathYear, wikidataId, ulanId }) => ({
    value: name,
    works,
    maker: {
      birthYear: print(birthYear),
      deathYear: print(deathYear),
      wikidataId: print(wikidataId),
      ulanId: print(ulanId),
    },
  }));
}
