import Link from 'next/link';
import { type StrengthScales } from '@/lib/search/strength/strength';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { weakLineText } from './strength-words';

interface WeakLineProps {
  kinds: readonly EmbeddingKind[];
  scales: StrengthScales;
  /** No match before it is strong: nothing is parted, so no line is drawn. */
  first: boolean;
}

/** The line between strong and weak matches, as an item of a wall: across it, or upright in a strip. */
export function WeakLine({ kinds, scales, first }: WeakLineProps) {
  return (
    <>
      {!first && <li className="row-end" aria-hidden="true" />}
      <li className="weak-line text-fine text-quiet">
        <span className="text-ink">
          {first ? 'All of these matches are weak:' : 'From this line on matches are weak:'}
        </span>{' '}
        {weakLineText(kinds, scales)}{' '}
        <Link href="/quality#strength" prefetch={false} className="link">
          Why?
        </Link>
      </li>
    </>
  );
}
