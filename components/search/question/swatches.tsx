import { type PickedColour } from '@/lib/search/question/picked-palette';

/** A palette as stripes, each as wide as its share. */
export function Swatches({ colours }: { colours: readonly PickedColour[] }) {
  return (
    <div aria-hidden="true" className="flex h-24">
      {colours.map(({ colour, share }) => (
        <span key={colour} style={{ flexGrow: share, backgroundColor: `#${colour}` }} />
      ))}
    </div>
  );
}
