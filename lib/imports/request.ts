import { counted } from '@/lib/platform/counted';
import { Problem } from '@/lib/platform/problem';
import { choices, type ImportChoice, type Source } from './source';

/** What is asked of a source: which works, and of them which. */
export interface ImportRequest {
  readonly choice: ImportChoice;
  /** Only these of the list, by their ids at the source. */
  readonly only?: ReadonlySet<string>;
}

/** A request as text: the same text for the same list, in whatever order its parts come. */
export function formatRequest({ choice, only }: ImportRequest): string {
  const named = choices.flatMap((name) => (choice[name] === undefined ? [] : [[name, choice[name]]]));
  const ticked = only === undefined ? [] : [['only', [...only].sort()]];
  return JSON.stringify(Object.fromEntries([...named, ['openOnly', choice.openOnly], ...ticked]));
}

/** @param text of {@link formatRequest} */
export function parseRequest(text: string): ImportRequest {
  const { only, ...choice } = JSON.parse(text) as ImportChoice & { readonly only?: readonly string[] };
  return { choice, only: only === undefined ? undefined : new Set(only) };
}

/** @throws Problem `invalid-request` if the source does not understand the choice, or needs more */
export function checkChoice(source: Source, choice: ImportChoice): void {
  const given = choices.filter((name) => choice[name] !== undefined);
  const strange = given.filter((name) => !source.choices.includes(name));
  if (strange.length > 0)
    throw new Problem(
      'invalid-request',
      `${source.title} cannot be narrowed down by ${strange.join(' or ')}. It understands: ${source.choices.join(', ') || 'nothing'}.`,
    );
  const { needs = [] } = source;
  if (needs.length > 0 && !needs.some((name) => given.includes(name)))
    throw new Problem('invalid-request', `${source.title} needs one of: ${needs.join(', ')}.`);
}

/** What a request is called where there is little room: "Rijksmuseum: creator:Rembrandt, painting". */
export function nameOfRequest({ title }: Pick<Source, 'title'>, { choice, only }: ImportRequest): string {
  const said = choices.flatMap((name) => choice[name] ?? []);
  const ticked = only === undefined ? [] : [counted(only.size, 'chosen work')];
  const all = [...said, ...ticked].join(', ');
  return all === '' ? title : `${title}: ${all}`;
}
