/** A network as installed: what it is called, where it runs, which layers it can be asked for. */
export interface NetworkInfo {
  /** `vgg19`. */
  readonly name: string;
  /** Where TensorFlow.js runs it: `node` (libtensorflow) or `wasm`. */
  readonly backend: string;
  /** Layers whose feature maps can be described, first to last. */
  readonly layers: readonly string[];
  /** SHA-256 (hex) of the file that the weights were read from. */
  readonly weightsSha256: string;
  /**
   * Per layer the SHA-256 (hex) of the weights up to and including it. Two files that agree in the layers a
   * recipe uses (the complete VGG19 and its first blocks) so give the same space.
   */
  readonly layerDigests: Readonly<Record<string, string>>;
  /**
   * Of a network that was itself trained on paintings: the fold of artists, of `folds` artist-disjoint ones by `seed`,
   * that it never saw. Only there are figures for unseen artists.
   */
  readonly unseenFold?: UnseenFold;
}

export interface UnseenFold {
  readonly folds: number;
  readonly seed: number;
  readonly fold: number;
}
