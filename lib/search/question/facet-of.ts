import { type FacetName, facetNames } from '@/lib/catalog/artwork';
import { invalid, single } from './invalid';

/** The facet that `of` names. @throws Problem `invalid-request` */
export function parseFacetName(params: URLSearchParams): FacetName {
  const value = single(params, 'of');
  const name = facetNames.find((one) => one === value);
  if (name === undefined) throw invalid('of', value, facetNames.join(', '));
  return name;
}
