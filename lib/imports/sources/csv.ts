import { type SourceItem } from '../record';
import { type Source } from '../source';
import { readGivenList } from '../reading/given-list';
import { inLanguage } from '../reading/json-fields';

const pageSize = 200;

/** A list of one's own whose column `file` holds the addresses of pictures; `id` keeps a work's identity. */
export const csv: Source = {
  name: 'csv',
  title: 'A list',
  choices: ['address'],
  needs: ['address'],

  async list({ address = '' }, cursor) {
    const { rows, refused } = await readGivenList(address);
    const start = Number(cursor ?? 0);
    const end = start + pageSize;
    const bad = start > 0 ? [] : refused.map(({ line, reason }) => unusable(`line ${line}`, reason));
    return {
      items: [...bad, ...rows.slice(start, end).map(({ file, values }) => workOf(file, values))],
      next: end < rows.length ? String(end) : null,
      total: rows.length + refused.length,
    };
  },
};

function workOf(address: string, values: Readonly<Record<string, string>>): SourceItem {
  const id = values.id || address;
  if (!/^https?:\/\//i.test(address))
    return unusable(id, `"${address}" is not an address that begins with https://. gafu add brings in files`);
  return {
    kind: 'record',
    id,
    pictureUrl: address,
    details: {
      titles: inLanguage(null, values.title || 'Untitled'),
      makers: (values.artist ?? '')
        .split(';')
        .flatMap((name) => (name.trim() === '' ? [] : { name: name.trim() })),
      movements: parts(values.movement),
      genres: parts(values.genre),
      subjects: parts(values.subject),
      dateText: values.date || values.year || null,
      medium: values.medium || null,
      dimensionsText: values.dimensions || null,
      objectKind: values.kind || null,
      collection: values.collection || null,
      accessionNumber: values.accession || null,
      creditLine: values.credit || null,
      rights: values.rights || null,
      sourceUrl: values.source || null,
      descriptions: inLanguage(null, values.description),
    },
  };
}

function parts(value: string | undefined): string[] {
  return (value ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function unusable(id: string, reason: string): SourceItem {
  return { kind: 'unusable', id, reason };
}
