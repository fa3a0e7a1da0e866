import { type Actor } from '@/lib/platform/actor';

/** What a change can be made to. */
export const subjectKinds = ['artwork', 'maker', 'person', 'token', 'import', 'batch', 'collection'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What can be done to it. A new action also needs its words: `audit.actions` in messages/. */
export const changeActions = [
  'create',
  'update',
  'delete',
  'delete-for-good',
  'restore',
  'publish',
  'withdraw',
  'make-draft',
  'replace-picture',
  'merge',
  'import',
  'export',
  'backup',
  'pause',
  'resume',
  'retry',
  'cancel',
  'disable',
  'enable',
  'invite',
  'reset-link',
  'set-password',
  'revoke',
  'end-sessions',
] as const;
export type ChangeAction = (typeof changeActions)[number];

export interface ChangeSubject {
  readonly kind: SubjectKind;
  readonly id: string;
  /** What it is called now: a title or name, kept because the subject may be gone when the log is read. */
  readonly name: string;
}

/** For what is done to the site as a whole. */
export const wholeCollection: ChangeSubject = {
  kind: 'collection',
  id: 'collection',
  name: 'the collection',
};
export const allJobs: ChangeSubject = { kind: 'collection', id: 'jobs', name: 'the jobs' };

/** One entry for the audit log. `before` and `after` are objects that JSON can hold, without secrets. */
export interface NewChange {
  readonly action: ChangeAction;
  readonly subject: ChangeSubject;
  /** Null or left out: there was nothing before. */
  readonly before?: object | null;
  /** Null or left out: there is nothing afterwards. */
  readonly after?: object | null;
}

/** An entry of the audit log. Of an update, `before` and `after` hold only the fields that changed. */
export interface Change {
  readonly id: bigint;
  readonly at: Date;
  readonly actor: Actor;
  readonly action: ChangeAction;
  readonly subject: ChangeSubject;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** Which changes to list; fields left out do not narrow. */
export interface ChangeFilter {
  readonly subject?: { readonly kind: SubjectKind; readonly id?: string };
  readonly actor?: { readonly kind: Actor['kind']; readonly id?: string; readonly name?: string };
  readonly action?: ChangeAction;
}
