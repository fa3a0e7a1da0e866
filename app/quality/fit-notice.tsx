import { type SiteQuality } from './site-quality';

/** Says whose figures these are when they are not those of the site as it runs. */
export function FitNotice({ site }: { site: SiteQuality }) {
  const { fits, quality, network } = site;
  if (fits === 'yes') return null;
  return (
    <div className="max-w-prose border-l-2 border-ink pl-4">
      {fits === 'empty' ? (
        <p>
          No work has been looked at here yet
          {quality && `; the figures below are of the recipe “${quality.recipe}” as it is shipped`}.
        </p>
      ) : (
        <p>
          {quality
            ? `The figures below are of the recipe “${quality.recipe}” as it is shipped. `
            : 'Nothing was measured of the recipe that this site runs. '}
          This site searches in another space
          {network.recipe === null ? '' : ` (recipe “${network.recipe}”, fitted elsewhere)`}
          {quality ? ', which they do not describe.' : '.'} Whoever runs it can measure it with{' '}
          <code className="text-[0.9em]">gafu evaluate</code>, and have this page drawn anew with{' '}
          <code className="text-[0.9em]">gafu calibrate</code>.
        </p>
      )}
    </div>
  );
}
