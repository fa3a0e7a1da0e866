import { addressParameters } from '@/app/api/_lib/parameters';
import { askedLanguage } from '@/app/asked-language';
import { audienceOf } from '@/app/audience-of';
import { endpoint } from '@/app/endpoint';
import { cardResponse } from '@/app/images/cards/card-response';
import { methods } from '@/app/methods';
import { searchCardLabel } from '@/app/[locale]/search/search-card-label';
import { resolveSearch } from '@/app/[locale]/search/resolve-search';
import { drawSearchCard } from '@/lib/images/cards/card';
import { cutOut, stripes } from '@/lib/images/cards/card-pictures';
import { rendition } from '@/lib/images/rendition';
import { parseSearchQuery } from '@/lib/search/query';
import { type SearchReference } from '@/lib/search/references';
import { answered, searchRankings } from '@/lib/search/search.service';

const hitsMax = 6;

/** The card that messengers show for a search, whose parameters it takes: what is asked, and the best hits. */
const get = endpoint(async (request) => {
  const query = { ...parseSearchQuery(addressParameters(request)), page: 1 };
  const resolved = await resolveSearch(query);
  const ranking = { terms: query.terms, withFacets: false };
  const [found] = await searchRankings(resolved, [ranking], { pageSize: hitsMax });
  const { hits, references } = answered(found);
  const label = await searchCardLabel(resolved, askedLanguage(request));
  const asked = references.map(({ key, image }) => [key, image?.key]);
  const hitKeys = hits.map(({ artwork }) => artwork.image.key);
  const audience = audienceOf(query.terms.map(({ ref }) => ref));
  return cardResponse(request, { asked, hitKeys, label }, audience, async () => {
    const [question, wall] = await Promise.all([
      Promise.all(references.map(pictureOf)),
      Promise.all(hitKeys.map((key) => rendition(key, 320))),
    ]);
    return drawSearchCard(present(question), present(wall), label);
  });
});

/** Null for a picture that stayed on its owner's device. */
async function pictureOf({ colours, image, detail }: SearchReference): Promise<Buffer | null> {
  if (colours) return stripes(colours);
  const picture = image && (await rendition(image.key, 640));
  return picture && (detail ? cutOut(picture, detail) : picture);
}

function present<T>(values: readonly (T | null)[]): T[] {
  return values.filter((value) => value !== null);
}

export const { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } = methods({ GET: get });
