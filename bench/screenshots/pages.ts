/** What the script needs of a site's works, to know addresses that show something. */
export interface ShownWorks {
  readonly first: string;
  readonly second: string;
  readonly movement: string;
}

/** Pages by the name of their file, each with its address; those of curators need a session. */
export interface ShownPages {
  readonly public: Readonly<Record<string, string>>;
  readonly curators: Readonly<Record<string, string>>;
}

export function shownPages({ first, second, movement }: ShownWorks): ShownPages {
  const filter = new URLSearchParams({ movement });
  return {
    public: {
      home: '/',
      browse: '/browse',
      'browse-narrowed': `/browse?${filter}`,
      'browse-empty': '/browse?q=zzzz',
      'browse-values': '/browse/values?of=movement',
      work: `/works/${first}`,
      'work-missing': '/works/nowhere',
      search: `/search?style=${first}`,
      'search-wall': `/search?style=${first}&view=wall`,
      'search-timeline': `/search?style=${first}&view=timeline`,
      'search-blend': `/search?style=${first}~0.6&content=${second}~0.4`,
      'search-colours': '/search?palette=1d3b5a:60,c8a24a:40',
      'search-narrowed': `/search?content=${first}&${filter}`,
      'search-detail': `/search/detail?style=${first}`,
      'search-missing': '/search?style=nowhere',
      'light-box': `/lightbox?works=${first},${second}`,
      'light-box-empty': '/lightbox',
      live: '/live',
      'how-it-works': '/about',
      'how-well-it-works': '/quality',
      accessibility: '/accessibility',
      developers: '/developers',
      offline: '/offline',
      missing: '/nowhere',
      'sign-in': '/admin',
    },
    curators: {
      curators: '/admin',
      'curators-works': '/admin/works',
      'curators-work': `/admin/works/${first}`,
      'curators-picture': `/admin/works/${first}/picture`,
      'curators-history': `/admin/works/${first}/history`,
      'curators-bin': '/admin/works/bin',
      'curators-batches': '/admin/batches',
      'curators-imports': '/admin/imports',
      'curators-import': '/admin/imports/met',
      'curators-export': '/admin/export',
      'curators-jobs': '/admin/jobs',
      'curators-makers': '/admin/makers',
      'curators-people': '/admin/people',
      'curators-tokens': '/admin/tokens',
      'curators-log': '/admin/log',
      'curators-account': '/admin/account',
      'curators-components': '/admin/design',
    },
  };
}
