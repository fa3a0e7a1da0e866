import Link from 'next/link';
import { DropZone } from '@/components/drop-zone';
import { ProblemPage } from '@/components/problem-page';
import { pictureLimits } from '@/lib/images/picture-limits';
import { settings } from '@/lib/platform/settings';

export default function SearchNotFound() {
  return (
    <ProblemPage
      status={404}
      title="No such picture"
      beside={<DropZone bytesMax={pictureLimits().bytesMax} days={settings().queryDays} />}
      detail="The address names a work or an uploaded picture that is not here. It may have been taken down, or the address was cut off when it was copied."
    >
      <p>
        Begin anew with a picture, or{' '}
        <Link href="/browse" className="link">
          pick a work of the collection
        </Link>
        .
      </p>
    </ProblemPage>
  );
}
