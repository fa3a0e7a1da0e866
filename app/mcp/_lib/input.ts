import { z } from 'zod';
import { type ArtworkFilter } from '@/lib/catalog/artwork';
import { pictureIdPattern } from '@/lib/catalog/picture-id';
import { filterNames, parseFilter } from '@/lib/search/question/filter';
import { embeddingKinds } from '@/lib/vision/embedding';
import { routing } from '@/i18n/routing';

export const workId = z
  .string()
  .regex(new RegExp(`^${pictureIdPattern}$`))
  .describe('The id of a work.');

export const by = z
  .enum(embeddingKinds)
  .default('style')
  .describe('What likeness means: style, content (composition and light) or palette (colours).');

export const limit = z.int().min(1).max(20).default(6).describe('How many works at most.');

export const language = z
  .enum(routing.locales)
  .default(routing.defaultLocale)
  .describe('The language of titles, labels and pages.');

/** @throws Problem `invalid-request` */
export function filterOf(given: Readonly<Record<string, unknown>>): ArtworkFilter {
  const params = new URLSearchParams();
  for (const name of filterNames)
    for (const value of [given[name] ?? []].flat()) params.append(name, String(value));
  return parseFilter(params);
}
