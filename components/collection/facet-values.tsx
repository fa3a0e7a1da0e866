'use client';

import { Link } from '@/i18n/navigation';

interface FacetValuesProps {
  values: readonly {
    readonly label: string;
    /** Of works, as text. */
    readonly count: string;
    /** Where the value is added to the filter, or taken from it. */
    readonly href: string;
    readonly chosen: boolean;
  }[];
}

/**
 * The values of one facet as links. A client component, since there may be hundreds: the server then sends them as
 * a list, and not every element of every link a second time for hydration.
 */
export function FacetValues({ values }: FacetValuesProps) {
  return (
    <ul className="absolute inset-x-0 z-20 mt-2 max-h-[min(26rem,60vh)] overflow-y-auto border border-edge bg-wall py-2 shadow-[0_1rem_3rem_rgb(0_0_0/0.14)] sm:right-auto sm:w-76">
      {values.map(({ label, count, href, chosen }) => (
        <li key={href}>
          <Link
            href={href}
            rel="nofollow"
            prefetch={false}
            scroll={false}
            aria-current={chosen ? 'true' : undefined}
            className="flex items-baseline gap-3 px-4 py-1.5 -outline-offset-2 hover:bg-plinth"
          >
            <span aria-hidden="true" className={`w-3 ${chosen ? 'text-seal' : 'text-transparent'}`}>
              ✓
            </span>
            <span className={`flex-1 ${chosen ? 'font-[600]' : ''}`}>{label}</span>
            <span className="text-fine text-quiet tabular-nums">{count}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
