import { type Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { acceptedLocale, isFromHere } from '@/i18n/preferred-locale';
import { localeAddress } from '@/i18n/locale-address';
import { routing } from '@/i18n/routing';
import { Problem, problemKinds } from '@/lib/platform/problem';
import { problemDetails } from '@/lib/platform/problem-details';

/** The problem details of an error, in the language of the answer to a request. */
export async function localProblemDetails(error: unknown, request: Request) {
  const { status, body } = problemDetails(error, new URL(request.url).pathname);
  const locale = answerLocale(request);
  const words = error instanceof Problem ? await problemWords(error, locale) : {};
  return { status, body: { ...body, ...words }, locale };
}

/** The language of an answer to a program or to a form: that of the page that sent it, else `Accept-Language`. */
function answerLocale({ headers }: Request): Locale {
  const sender = headers.get('referer');
  if (!isFromHere(headers) || sender === null || !URL.canParse(sender)) return acceptedLocale(headers);
  return localeAddress(new URL(sender).pathname).locale;
}

/**
 * What happened, in a language. The server's own sentences are English; those that visitors meet have a `code`, by which
 * other languages have a sentence of their own. Without one, the title alone is in the language.
 */
export async function problemWords(
  { kind, message, extensions }: Problem,
  locale: Locale,
): Promise<{ readonly title: string; readonly detail: string }> {
  if (locale === routing.defaultLocale) return { title: problemKinds[kind].title, detail: message };
  const t = await getTranslations({ locale });
  const key = `details.${String(extensions.code)}`;
  return {
    title: t(`problems.${kind}`),
    detail: isDetail(t, key) ? t(key, { ...sizesOf(extensions), message }) : message,
  };
}

type Words = Awaited<ReturnType<typeof getTranslations<never>>>;
type DetailKey = Extract<Parameters<Words['has']>[0], `details.${string}`>;

function isDetail(t: Pick<Words, 'has'>, key: string): key is DetailKey {
  return t.has(key as DetailKey);
}

/** What a sentence may say: texts and numbers, and bytes and pixels in millions. */
function sizesOf(extensions: Problem['extensions']): Record<string, string | number> {
  const plain = Object.entries(extensions).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  const million = plain.flatMap(([name, value]): [string, number][] =>
    typeof value === 'number' && /bytes|pixels/i.test(name)
      ? [[`${name}Million`, value / (/bytes/i.test(name) ? 2 ** 20 : 1e6)]]
      : [],
  );
  return Object.fromEntries([...plain, ...million]);
}
