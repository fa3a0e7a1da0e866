import { type ChangeKind, changeKinds } from '@/lib/curation/works-change';

/** What was just done to works, for the page that a form leads back to. */
export interface Done {
  readonly kind: ChangeKind;
  readonly changed: number;
}

/** A page's address with what was just done. */
export function withDone(href: string, { kind, changed }: Done): string {
  return `${href}${href.includes('?') ? '&' : '?'}${new URLSearchParams({ done: kind, changed: String(changed) })}`;
}

/** @returns null if the address says nothing that can be read */
export function readDone(params: URLSearchParams): Done | null {
  const kind = Object.values(changeKinds)
    .flat()
    .find((one) => one === params.get('done'));
  const changed = params.get('changed') ?? '';
  return kind !== undefined && /^\d{1,6}$/.test(changed) ? { kind, changed: Number(changed) } : null;
}
