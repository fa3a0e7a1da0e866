import { randomBytes } from 'node:crypto';
import { type ChangeSubject } from '@/lib/catalog/change';
import { type DatabaseClient } from '@/lib/catalog/database';
import { Problem } from '@/lib/platform/problem';
import { type AccountDetails } from './account-details';
import { type Person, type Role, sharedPersonId } from './person';

interface PersonRow {
  id: string;
  name: string;
  email: string;
  role: string;
  disabledAt?: Date | null;
  createdAt: Date;
}

/** A row of `people` as the rest of the code knows it. */
export function personOf({ id, name, email, role, disabledAt = null, createdAt }: PersonRow): Person {
  return { id, name, email, role: role as Role, disabledAt, createdAt };
}

/** Everyone with an account of their own, by name. */
export async function listPeople(db: DatabaseClient): Promise<Person[]> {
  const rows = await db.person.findMany({
    where: { id: { not: sharedPersonId } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return rows.map(personOf);
}

/** Somebody with an account of their own. @throws Problem `not-found` */
export async function getPerson(db: DatabaseClient, id: string): Promise<Person> {
  const row = id === sharedPersonId ? null : await db.person.findUnique({ where: { id } });
  if (row === null) throw new Problem('not-found', `There is no account "${id}".`);
  return personOf(row);
}

/** @returns null if there is no account of their own with this address */
export async function findPersonByEmail(db: DatabaseClient, email: string): Promise<Person | null> {
  const row = await db.person.findUnique({ where: { email: email.trim().toLowerCase() } });
  return row === null || row.id === sharedPersonId ? null : personOf(row);
}

/** An account without a password. @throws Problem `conflict` if the e-mail address has an account */
export async function createPerson(db: DatabaseClient, details: AccountDetails): Promise<Person> {
  const data = { id: randomBytes(8).toString('hex'), ...details };
  const [row] = await db.person.createManyAndReturn({ data: [data], skipDuplicates: true });
  if (row !== undefined) return personOf(row);
  throw new Problem('conflict', `There is an account for ${details.email} already.`);
}

/** @throws Problem `not-found` */
export async function updatePerson(
  db: DatabaseClient,
  id: string,
  changes: Partial<Pick<Person, 'name' | 'role' | 'disabledAt'>>,
): Promise<Person> {
  const before = await getPerson(db, id);
  return personOf(await db.person.update({ where: { id: before.id }, data: changes }));
}

/** Whether an account of its own has the role administrator, is enabled and has a password. Locks their rows. */
export async function hasAdministrator(db: DatabaseClient): Promise<boolean> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM people WHERE role = 'administrator' AND disabled_at IS NULL AND id <> ${sharedPersonId}
      AND EXISTS (SELECT 1 FROM credentials WHERE person_id = people.id AND password IS NOT NULL)
    ORDER BY id FOR UPDATE`;
  return rows.length > 0;
}

/** A person as the audit log names them. */
export const personSubject = ({ id, name }: Person): ChangeSubject => ({ kind: 'person', id, name });
