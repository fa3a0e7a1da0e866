export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
}

/** Fetches a path, or sends a form to it. */
export type Visit = (
  path: string,
  form?: Readonly<Record<string, string | Blob>>,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>;

/** A browser without client JavaScript: it follows no redirect by itself, and keeps cookies by their `Path`. */
export function visitor(origin: () => string): Visit {
  const cookies = new Map<string, { value: string; path: string }>();
  const matches = (path: string, of: string) => of === '/' || path === of || path.startsWith(`${of}/`);
  return async (path, form, headers = {}) => {
    const { pathname } = new URL(path, origin());
    const sent = [...cookies].filter(([, { path: of }]) => matches(pathname, of));
    const answer = await fetch(new URL(path, origin()), {
      redirect: 'manual',
      headers: { cookie: sent.map(([name, { value }]) => `${name}=${value}`).join('; '), ...headers },
      ...(form && { method: 'POST', body: formOf(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = '', value = ''] = pair.split('=');
      const of = attributes.find((attribute) => attribute.startsWith('Path='))?.slice(5) ?? '/';
      if (attributes.includes('Max-Age=0')) cookies.delete(name);
      else cookies.set(name, { value, path: of });
    }
    return { status: answer.status, location: answer.headers.get('location'), body: await answer.text() };
  };
}

export function formOf(fields: Readonly<Record<string, string | Blob>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
