import { Problem } from '@/lib/platform/problem';
import { formatParameters } from '@/lib/search/query';
import { type FieldEdit, parseFieldEdit } from './field-edit';
import { parseSelection, placeOf, type Selection, selectionParameters } from './selection';
import { parseWorksQuery, worksHref } from './works-query';

/** What can be done with the works of the collection, and with those in the bin. */
export const changeKinds = {
  collection: ['edit', 'publish', 'withdraw', 'make-draft', 'delete'],
  bin: ['restore', 'delete-for-good'],
} as const;
export type ChangeKind = (typeof changeKinds)[keyof typeof changeKinds][number];

/** A change of several works, as the address of its preview says it. */
export interface WorksChange {
  readonly kind: ChangeKind;
  readonly selection: Selection;
  /** Null unless the kind is `edit`, and until a field and a value were chosen. */
  readonly edit: FieldEdit | null;
}

export function kindsFor(selection: Selection): readonly ChangeKind[] {
  return changeKinds[placeOf(selection)];
}

/** @throws Problem `invalid-request` */
export function parseWorksChange(params: URLSearchParams): WorksChange {
  const selection = parseSelection(params);
  const given = params.get('do') ?? '';
  const allowed = kindsFor(selection);
  const kind = allowed.find((one) => one === given);
  if (kind === undefined)
    throw new Problem(
      'invalid-request',
      `do: got "${given.slice(0, 40)}"; allowed is ${allowed.join(', ')}.`,
      {
        parameter: 'do',
        allowed,
      },
    );
  const [field = '', way = ''] = (params.get('edit') ?? '').split('.');
  const edit =
    kind === 'edit' && field !== '' ? parseFieldEdit({ field, way, value: params.get('value') ?? '' }) : null;
  return { kind, selection, edit };
}

/** The parameters of a change's preview, without `?`. */
export function formatWorksChange({ kind, selection, edit }: WorksChange): string {
  return formatParameters([
    ['do', kind],
    ...(edit === null
      ? []
      : [['edit', `${edit.field}.${edit.way}`], ...(edit.value === '' ? [] : [['value', edit.value]])]),
    ...selectionParameters(selection),
  ]);
}

/** The list that a selection was made in. */
export function listHref(selection: Selection): string {
  if (selection.kind === 'matching') return worksHref({ ...selection.query, page: 1 });
  return worksHref(parseWorksQuery(new URLSearchParams(), selection.place));
}
