/** Takes what a live source shows now. */
export type Grab = () => Promise<ImageBitmap>;

/** What a camera and a framed picture have in common. */
export interface LiveSourceProps {
  /** Takes each new picture to search with. */
  onLook: (picture: ImageBitmap) => void;
  /** Receives the way to take what is shown now. */
  onGrab: (grab: Grab) => void;
}
