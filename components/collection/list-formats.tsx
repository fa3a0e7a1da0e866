import { useTranslations } from 'next-intl';

/** How many works a list in another format has at most. */
export const listFormatSize = 100;

interface ListFormatsProps {
  total: number;
  /** The address of the list for programs, without a format. */
  path: string;
}

/** The beginning of a list to take away: as a table, for programs, for IIIF viewers. */
export function ListFormats({ total, path }: ListFormatsProps) {
  const t = useTranslations('collection');
  if (total === 0) return null;
  const as = (format: string) => {
    const address = `${path}${path.includes('?') ? '&' : '?'}limit=${listFormatSize}&as=${format}`;
    return (words: React.ReactNode) => (
      <a href={address} className="link">
        {words}
      </a>
    );
  };
  return (
    <p className="text-fine text-quiet">
      {t.rich(total > listFormatSize ? 'beginningAs' : 'listAs', {
        count: listFormatSize,
        csv: as('csv'),
        json: as('json'),
        iiif: as('iiif'),
      })}
    </p>
  );
}
