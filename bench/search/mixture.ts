import { normalsFrom, seededRandom } from '@/lib/vision/random';

/** How works lie: in movements of artists, in a space whose directions differ in how far it reaches. */
export interface Mixture {
  readonly dims: number;
  /** The deviation along direction i is (i + 1)^−decay. */
  readonly decay: number;
  /** How many movements there are; each artist is of one. */
  readonly movements: number;
  /** Shares, 0 … 1, of a work's variance that its movement and its artist have; the rest is its own. */
  readonly movementShare: number;
  readonly artistShare: number;
  /** An artist's works come in series of so many, which share this much of the variance. */
  readonly series?: { readonly works: number; readonly share: number };
  /** How much artists differ in how alike their works are: the deviation of the logarithm of the work's own part. */
  readonly variety: number;
}

/** Draws one unit vector after the other, each of the artist that it is asked for; the same for the same seed. */
export function drawer(mixture: Mixture, artists: number, seed: number): (artist: number) => Float32Array {
  const { dims, decay, movements, movementShare, artistShare, variety } = mixture;
  const series = mixture.series ?? { works: 1, share: 0 };
  const random = seededRandom(seed);
  const normal = normalsFrom(random);
  const normals = (length: number) => Float32Array.from({ length }, normal);
  const reach = Float64Array.from({ length: dims }, (_, i) => (i + 1) ** -decay);
  const movementMiddles = normals(movements * dims);
  const artistMiddles = normals(artists * dims);
  const movementOf = Int32Array.from({ length: artists }, () => Math.floor(random() * movements));
  const [ofMovement, ofArtist] = [Math.sqrt(movementShare), Math.sqrt(artistShare)];
  const ofSeries = Math.sqrt(series.share);
  const rest = Math.sqrt(1 - movementShare - artistShare - series.share);
  const ofWork = Float64Array.from({ length: artists }, () => rest * Math.exp(variety * normal()));
  const drawn = new Uint32Array(artists);
  const seriesMiddles = new Float32Array(series.share > 0 ? artists * dims : 0);
  return (artist) => {
    if (series.share > 0 && (drawn[artist] ?? 0) % series.works === 0)
      seriesMiddles.set(normals(dims), artist * dims);
    drawn[artist] = (drawn[artist] ?? 0) + 1;
    const movementAt = (movementOf[artist] ?? 0) * dims;
    const vector = new Float32Array(dims);
    for (let i = 0; i < dims; i++)
      vector[i] =
        (reach[i] ?? 0) *
        (ofMovement * (movementMiddles[movementAt + i] ?? 0) +
          ofArtist * (artistMiddles[artist * dims + i] ?? 0) +
          ofSeries * (seriesMiddles[artist * dims + i] ?? 0) +
          (ofWork[artist] ?? 0) * normal());
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  };
}
