import { type SearchResult } from '@/lib/search/search.service';
import { worksLabel } from './label';

/** Which network and recipe ranked these works: machine-made results say what made them. */
export function Provenance({ result }: { result: Pick<SearchResult, 'network' | 'total'> }) {
  const { name, recipe } = result.network;
  const maker = name === null ? '' : ` by ${name.toUpperCase()}${recipe ? `, recipe “${recipe}”` : ''}`;
  return (
    <p className="text-fine text-quiet">
      {worksLabel(result.total)} ranked{maker}. It orders by likeness; it does not measure it.
    </p>
  );
}
