import { type ChangeFilter, changeActions, type SubjectKind, subjectKinds } from '@/lib/catalog/change';
import { type Actor, actorKinds } from '@/lib/platform/actor';

export interface LogQuery {
  readonly filter: ChangeFilter;
  /** From 1. */
  readonly page: number;
  /** As the address has it, for the form: `person:1a2b`, `artwork` or `artwork:k3v9q2mwta`, `update`. */
  readonly chosen: { readonly actor: string; readonly subject: string; readonly action: string };
}

const pageMax = 10_000;

/** What the address of the audit log asks for. Values that do not exist do not narrow. */
export function parseLogQuery(params: URLSearchParams): LogQuery {
  const [actorKind, actorName] = split(params.get('actor') ?? '');
  const [subjectKind, subjectId] = split(params.get('subject') ?? '');
  const kind = actorKinds.find((one) => one === actorKind);
  const subject = subjectKinds.find((one) => one === subjectKind);
  const action = changeActions.find((one) => one === params.get('action'));
  const page = Number(params.get('page') ?? '1');
  return {
    filter: {
      ...(kind && { actor: actorFilter(kind, actorName) }),
      ...(subject && { subject: { kind: subject, ...(subjectId && { id: subjectId }) } }),
      ...(action && { action }),
    },
    page: Number.isInteger(page) && page >= 1 && page <= pageMax ? page : 1,
    chosen: {
      actor: kind ? `${kind}:${actorName}` : '',
      subject: subject ? subjectKey(subject, subjectId) : '',
      action: action ?? '',
    },
  };
}

/** The address of a page of the log, narrowed as chosen. */
export function logAddress(chosen: LogQuery['chosen'], page: number): string {
  const params = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value !== ''));
  if (page > 1) params.set('page', String(page));
  return params.size === 0 ? '/admin/log' : `/admin/log?${params}`;
}

function actorFilter(kind: Actor['kind'], name: string): ChangeFilter['actor'] {
  if (kind === 'shared-password' || name === '') return { kind };
  return kind === 'command' ? { kind, name } : { kind, id: name };
}

function split(text: string): [kind: string, rest: string] {
  const [kind = '', ...rest] = text.replaceAll('\0', '').split(':');
  return [kind, rest.join(':')];
}

const subjectKey = (kind: SubjectKind, id: string) => (id === '' ? kind : `${kind}:${id}`);
