/** What a form without client JavaScript carries along unseen. */
export function HiddenFields({ fields }: { fields: readonly [name: string, value: string][] }) {
  return fields.map(([name, value], index) => (
    <input key={`${name}-${index}`} type="hidden" name={name} value={value} />
  ));
}
