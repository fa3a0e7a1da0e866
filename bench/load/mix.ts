import { workHref } from '@/lib/catalog/work-address';
import { type SyntheticCollection } from '../search/synthetic';
import { titleOf } from '../pages/works';

/** What visitors ask for: of a hundred steps, so many lead to each. Pictures come on top, as pages show them. */
export const shares = { home: 15, browse: 15, search: 30, work: 30, 'search API': 10 } as const;
export type Step = keyof typeof shares;
export type RequestKind = Step | 'picture';

/** Pages that a visitor opens before the next visitor, whose browser has no pictures yet, comes. */
export const stepsOfVisit = 8;
/** Pictures of a page that are in view at once. */
export const picturesInView = 8;

/** @param random from 0 to 1, exclusive */
export function nextStep(random: number): Step {
  let left = random * 100;
  for (const [step, share] of Object.entries(shares)) {
    left -= share;
    if (left < 0) return step as Step;
  }
  return 'home';
}

/** Some works are known to many: half of all visits go to an eighth of the collection. */
export function popularWork(works: number, random: number): number {
  return Math.floor(works * random ** 3);
}

export function addressOf(step: Step, collection: SyntheticCollection, work: number, random: number): string {
  const id = collection.idOf(work);
  switch (step) {
    case 'home':
      return '/';
    case 'browse':
      return random < 0.5 ? '/browse' : `/browse?page=${2 + Math.floor(random * 10)}`;
    case 'search':
      return `/search?style=${id}`;
    case 'work':
      return workHref({ id, title: titleOf(work) });
    case 'search API':
      return `/api/v1/search?style=${id}&limit=10`;
  }
}

/** The first pictures of a page: most of them wait for the browser to find them in view, and are fetched all the same. */
export function picturesOf(html: string): readonly string[] {
  const sources = [...html.matchAll(/<img\b[^>]*?\ssrc="(\/images\/[^"]+)"/g)].flatMap(
    ([, source]) => source ?? [],
  );
  return [...new Set(sources)].slice(0, picturesInView);
}
