/** What one may do with a picture, by what is said of its rights. Each has plain words on the work's page. */
export const pictureUses = [
  'free',
  'credit',
  'credit-share-alike',
  'credit-no-changes',
  'credit-non-commercial',
  'credit-non-commercial-share-alike',
  'credit-non-commercial-no-changes',
  'non-commercial',
  'education',
  'ask',
  'unknown',
] as const;
export type PictureUse = (typeof pictureUses)[number];

const licences: Readonly<Record<string, PictureUse>> = {
  by: 'credit',
  'by-sa': 'credit-share-alike',
  'by-nd': 'credit-no-changes',
  'by-nc': 'credit-non-commercial',
  'by-nc-sa': 'credit-non-commercial-share-alike',
  'by-nc-nd': 'credit-non-commercial-no-changes',
};

const statements: Readonly<Record<string, PictureUse>> = {
  InC: 'ask',
  'InC-OW-EU': 'ask',
  'InC-EDU': 'education',
  'InC-NC': 'non-commercial',
  'InC-RUU': 'ask',
  'NoC-CR': 'ask',
  'NoC-NC': 'non-commercial',
  'NoC-OKLR': 'ask',
  'NoC-US': 'ask',
};

/** @param url of a statement or licence, as lib/rights/rights.ts writes it; null if there is none */
export function pictureUse(url: string | null): PictureUse {
  if (url === null) return 'unknown';
  const { pathname } = new URL(url);
  const [, registry, name = ''] = /^\/(publicdomain|licenses|vocab)\/([A-Za-z-]+)\//.exec(pathname) ?? [];
  if (registry === 'publicdomain') return 'free';
  const known = registry === 'licenses' ? licences : statements;
  return Object.hasOwn(known, name) ? (known[name] ?? 'unknown') : 'unknown';
}

/** Whether copies may be made without asking, within what the use says. */
export function mayCopy(use: PictureUse): boolean {
  return use !== 'ask' && use !== 'unknown';
}
