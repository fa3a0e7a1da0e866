import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { isServedOverHttps } from '@/lib/platform/site-origin';

/**
 * Why a form was refused and what was typed into it, carried from the form's 303 to the page that shows the form again.
 * The browser keeps it in a cookie for that page alone: it works without client JavaScript and on every server.
 */
export interface RefusedForm {
  readonly title: string;
  readonly detail: string;
  /** What was typed, by the field's name, to be shown in the form again. */
  readonly fields: Readonly<Record<string, string>>;
}

const refusedFormSchema = z.object({
  page: z.string(),
  title: z.string(),
  detail: z.string(),
  fields: z.record(z.string(), z.string()),
});

const lifetimeSeconds = 60;
/** Browsers drop a cookie of more than 4,096 bytes, some with its name and attributes counted: RFC 6265bis, 5.6. */
const valueLengthMax = 3_800;
const detailLengthMax = 1_000;
/** Tried in this order, until the cookie is small enough. */
const fieldLengthsMax = [Infinity, 4_000, 3_000, 2_000, 1_500, 1_000, 500, 250, 100, 50];
const cutNotice = 'Long texts were shortened: check them before you send the form again.';
/** A cookie can claim to be small and unpack to much more. */
const unpackedBytesMax = 200_000;

/**
 * The `Set-Cookie` that carries a refusal to `page`, a path without a language. Texts that are too long for a cookie
 * are cut.
 */
export function refusedFormCookie(page: string, refusal: RefusedForm): string {
  const https = isServedOverHttps() ? '; Secure' : '';
  return `${cookieName(page)}=${pack(page, refusal)}; Path=/; Max-Age=${lifetimeSeconds}; HttpOnly; SameSite=Lax${https}`;
}

/** What the request's cookies say of a refused form of `page`; null without one, or with one that cannot be read. */
export function readRefusedForm(
  cookies: { get(name: string): { readonly value: string } | undefined },
  page: string,
): RefusedForm | null {
  const packed = cookies.get(cookieName(page))?.value;
  if (packed === undefined) return null;
  try {
    const unpacked = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: unpackedBytesMax });
    const { page: of, ...refusal } = refusedFormSchema.parse(JSON.parse(unpacked.toString('utf8')));
    return of === page ? refusal : null;
  } catch {
    return null;
  }
}

/** The `Set-Cookie` that removes it, once `page` has shown it. */
export function forgetRefusedFormCookie(page: string): string {
  return `${cookieName(page)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;
}

/** One for each page, in whatever language it is shown. */
export function cookieName(page: string): string {
  return `gafu_refused${page.replaceAll('/', '_')}`;
}

function pack(page: string, { title, detail, fields }: RefusedForm): string {
  const shown = cut(detail, detailLengthMax);
  for (const lengthMax of fieldLengthsMax) {
    const kept = Object.entries(fields).map(([name, text]) => [name, cut(text, lengthMax)] as const);
    const isCut = kept.some(([name, text]) => text !== fields[name]);
    const packed = packed64({
      page,
      title,
      detail: isCut ? `${shown} ${cutNotice}` : shown,
      fields: Object.fromEntries(kept),
    });
    if (packed.length <= valueLengthMax) return packed;
  }
  return packed64({ page, title, detail: shown, fields: {} });
}

function packed64(value: z.input<typeof refusedFormSchema>): string {
  return deflateRawSync(JSON.stringify(value)).toString('base64url');
}

/** By characters, so that none is split in two. */
function cut(text: string, lengthMax: number): string {
  return text.length <= lengthMax ? text : Array.from(text).slice(0, lengthMax).join('');
}
