import { type SourceText } from '../record';
import { htmlText } from './html-text';
import { field, list, string } from './json';

/**
 * Words of a IIIF resource. Presentation 2: `"a"`, `{"@value": "a", "@language": "en"}` or a list of these.
 * Presentation 3: `{"en": ["a"], "none": ["b"]}`.
 */
export function iiifTexts(value: unknown): SourceText[] {
  return list(value).flatMap((one) => {
    if (typeof one === 'string') return written(one, null);
    if (typeof one !== 'object' || one === null) return [];
    const words = field(one, '@value', 'value');
    if (words !== undefined)
      return list(words).flatMap((word) => written(word, string(field(one, '@language', 'language'))));
    return Object.entries(one).flatMap(([language, texts]) =>
      list(texts).flatMap((text) =>
        written(text, /^[a-z]{2,3}(?:-[\w-]+)?$/i.test(language) && language !== 'none' ? language : null),
      ),
    );
  });
}

function written(value: unknown, language: string | null): SourceText[] {
  const text = htmlText(string(value));
  return text === null ? [] : [{ text, language }];
}

/** What curators call the fields of a label; the first pattern that fits a label decides. */
const labels = {
  maker: /^(?:artist|creator|maker|author|painter|contributors?|künstler|auteur|artiste)\b/i,
  date: /^(?:date|created|date created|date made|dating|publication\/creation|datum|datierung)\b/i,
  medium: /^(?:medium|materials?|technique|support|material und technik)\b/i,
  dimensions: /^(?:dimensions?|size|extent|physical description|maße|format)\b/i,
  accession: /^(?:accession|shelfmark|object number|inventory|reference|identifier|inventarnummer)\b/i,
  credit: /^(?:credit|acknowledg)/i,
  collection: /^(?:collection|repository|institution|location|held by)\b/i,
  kind: /^(?:type|object type|classification|genre)\b/i,
  subject: /^(?:subject|topic|keywords?|depicts)\b/i,
  place: /^(?:place|place of origin|origin|culture)\b/i,
} as const;
export type IiifLabel = keyof typeof labels;

/** The values of a resource's `metadata` whose label means this. */
export function iiifMetadata(resource: unknown, label: IiifLabel): SourceText[] {
  return list(field(resource, 'metadata'))
    .filter((pair) => iiifTexts(field(pair, 'label')).some(({ text }) => labels[label].test(text)))
    .flatMap((pair) => iiifTexts(field(pair, 'value')));
}
