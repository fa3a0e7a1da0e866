import { type Artwork } from '@/lib/catalog/artwork';

/** A named fact about a work, in words for people. */
export interface Fact {
  readonly label: string;
  readonly values: readonly string[];
}

/** A work with the words that its page has for it, all in one language. */
export interface DescribedWork {
  readonly artwork: Artwork;
  /** "The Great Wave by Katsushika Hokusai" */
  readonly titleLine: string;
  /** "Katsushika Hokusai" */
  readonly makers: string;
  /** "Katsushika Hokusai, about 1831" */
  readonly makerLine: string;
  readonly date: string | null;
  /** What the picture shows, for people who cannot see it. */
  readonly alt: string;
  /** What its label says, in the label's order. */
  readonly facts: readonly Fact[];
  /** Who is to be credited, and under which terms; null if nothing is known. */
  readonly credit: Fact | null;
}
