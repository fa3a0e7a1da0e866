import { type ArtworkImage } from './artwork';

/** A visitor's picture, kept for a while so that its results page can be reloaded and shared. */
export interface UploadedQuery {
  /** `q_` and 22 characters that cannot be guessed. */
  readonly id: string;
  readonly image: ArtworkImage;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}
