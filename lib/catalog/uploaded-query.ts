import { type ArtworkImage } from './artwork';

/** A visitor's picture, kept for a while so that its results page can be reloaded and shared. */
export interface UploadedQuery {
  /** `q_` and 22 characters that cannot be guessed. */
  readonly id: string;
  /** Null where the picture stayed on its owner's device. */
  readonly image: ArtworkImage | null;
  /** The vectors came from the owner's device and the picture did not; an image, if there is one, is small. */
  readonly readOnDevice: boolean;
  /** The photograph in which this painting was found; null if it is no such painting, or the photograph is gone. */
  readonly photographId: string | null;
  /** The painting that was found in this photograph. */
  readonly paintingId: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}
