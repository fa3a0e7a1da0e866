import { actAsCommand } from '@/lib/platform/current-actor';
import { useTestDatabase } from '@/tests/support/database';
import { inRequest, someRequest } from '@/tests/support/some-request';
import { listChanges, recordChange, recordChanges } from './changes.repository';
import { type ChangeSubject } from './change';

const store = useTestDatabase();
const wave: ChangeSubject = { kind: 'artwork', id: 'wave', name: 'The Great Wave' };
const fuji: ChangeSubject = { kind: 'artwork', id: 'fuji', name: 'Red Fuji' };
const page = { offset: 0, limit: 50 };

beforeEach(async () => {
  actAsCommand('gafu add');
  await store.db.change.deleteMany();
});

function as<T>(person: string | null, work: () => Promise<T>): Promise<T> {
  const request = someRequest({ method: 'POST' });
  if (person !== null) request.actor = { kind: 'person', id: person.toLowerCase(), name: person };
  return inRequest(work, request);
}

test('an update keeps only the fields that changed, with the person who changed them', async () => {
  const before = { title: 'Wave', year: 1831, subjects: ['sea'], note: undefined };
  const after = { title: 'The Great Wave', year: 1831, subjects: ['sea', 'Fuji'] };
  await as('Aiko', () => recordChange(store.db, { action: 'update', subject: wave, before, after }));
  const { changes, total } = await listChanges(store.db, {}, page);
  expect(total).toBe(1);
  expect(changes[0]).toMatchObject({
    actor: { kind: 'person', id: 'aiko', name: 'Aiko' },
    action: 'update',
    subject: wave,
    before: { title: 'Wave', subjects: ['sea'] },
    after: { title: 'The Great Wave', subjects: ['sea', 'Fuji'] },
    at: expect.any(Date),
  });
  expect(Object.keys(changes[0]?.after ?? {})).toEqual(['title', 'subjects']);
});

test('an update that changes nothing is not an entry', async () => {
  await recordChange(store.db, { action: 'update', subject: wave, before: { a: [1] }, after: { a: [1] } });
  expect(await store.db.change.count()).toBe(0);
});

test('what was created or deleted is kept whole, and a command is named', async () => {
  await recordChanges(store.db, [
    { action: 'create', subject: wave, after: { title: 'Wave' } },
    { action: 'delete', subject: fuji, before: { title: 'Fuji' } },
  ]);
  const { changes } = await listChanges(store.db, {}, page);
  expect(changes).toMatchObject([
    {
      action: 'delete',
      before: { title: 'Fuji' },
      after: null,
      actor: { kind: 'command', name: 'gafu add' },
    },
    { action: 'create', before: null, after: { title: 'Wave' } },
  ]);
});

test('an entry is undone with its transaction', async () => {
  const failing = store.db.$transaction(async (transaction) => {
    await recordChange(transaction, { action: 'delete', subject: wave, before: { title: 'Wave' } });
    throw new Error('undone');
  });
  await expect(failing).rejects.toThrow('undone');
  expect(await store.db.change.count()).toBe(0);
});

test('a request of a visitor cannot be recorded, and so changes nothing', async () => {
  const change = { action: 'delete', subject: wave, before: { title: 'Wave' } } as const;
  await expect(as(null, () => recordChange(store.db, change))).rejects.toThrow(/nobody/);
});

test('the log is narrowed by subject, actor and action, and comes in pages', async () => {
  await as('Aiko', () =>
    recordChanges(store.db, [
      { action: 'create', subject: wave, after: {} },
      { action: 'withdraw', subject: wave },
    ]),
  );
  await as('Ben', () => recordChange(store.db, { action: 'create', subject: fuji, after: {} }));
  const list = async (filter: Parameters<typeof listChanges>[1], at = page) => {
    const { changes, total } = await listChanges(store.db, filter, at);
    return [total, ...changes.map(({ action, subject }) => `${action} ${subject.id}`)];
  };
  expect(await list({ subject: { kind: 'artwork', id: 'wave' } })).toEqual([
    2,
    'withdraw wave',
    'create wave',
  ]);
  expect(await list({ actor: { kind: 'person', id: 'ben' } })).toEqual([1, 'create fuji']);
  expect(await list({ action: 'create' })).toEqual([2, 'create fuji', 'create wave']);
  expect(await list({}, { offset: 1, limit: 1 })).toEqual([3, 'withdraw wave']);
});
