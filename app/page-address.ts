/** What Next.js gives a page of its address. */
export interface PageAddress<Params extends Record<string, string> = Record<string, never>> {
  readonly params: Promise<Params>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** The parameters of a page as `URLSearchParams`, repeated ones in their order. */
export function toSearchParams(
  params: Readonly<Record<string, string | readonly string[] | undefined>>,
): URLSearchParams {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : (value ?? [])).map((single): [string, string] => [name, single]),
  );
  return new URLSearchParams(pairs);
}
