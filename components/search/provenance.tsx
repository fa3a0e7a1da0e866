import Link from 'next/link';
import { type SearchResult } from '@/lib/search/search.service';
import { worksLabel } from '@/components/works/artwork-label';
import { scalesSource } from './strength-words';

/** Which network and recipe ranked these works, and what is drawn under them: machine-made results say what made them. */
export function Provenance({ result }: { result: SearchResult }) {
  const maker = makerOf(result);
  const readOnDevice = result.references.some((reference) => reference.readOnDevice);
  const asked = result.query.terms.map(({ kind }) => kind);
  const pairs =
    scalesSource(asked, result.scales) === 'collection'
      ? 'pairs of works in this collection'
      : 'pairs of the works that this recipe was measured on';
  return (
    <p className="max-w-prose text-fine text-quiet">
      {worksLabel(result.total)} ranked{maker && ` by ${maker}`}.
      {readOnDevice && ' Your picture was read on your device.'}
      {result.hits.some(({ strength }) => strength !== null) &&
        ` The rule under each is how close it is: one third, closer than 90 % of ${pairs}; two thirds, 99 %; all of it, 99.9 %.`}{' '}
      It orders by likeness; it does not measure it.{' '}
      <Link href="/quality" className="link">
        How well does it work?
      </Link>
    </p>
  );
}

/** "VGG19, recipe “default”"; empty where nothing has looked at the works yet. */
export function makerOf({ network: { name, recipe } }: SearchResult): string {
  if (name === null) return '';
  return `${networkNames[name] ?? name}${recipe && recipe !== name ? `, recipe “${recipe}”` : ''}`;
}

const networkNames: Readonly<Record<string, string>> = {
  vgg19: 'VGG19',
  lite: 'the compact network, trained to see as VGG19 does',
};
