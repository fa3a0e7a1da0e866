import { askew, DrawingOnWall, frame, nail, wire } from './drawing-on-wall';

/** What hangs on the wall instead of a picture, by HTTP status; 0: without a connection. */
export function ProblemDrawing({ status }: { status: number }) {
  return <DrawingOnWall>{drawings[status] ?? drawings[400]}</DrawingOnWall>;
}

const pale = 'fill-plinth stroke-rule';

const barrier = (
  <>
    {nail}
    {wire}
    {frame}
    <path d="M26 70v42M134 70v42M20 112h12M128 112h12" strokeWidth="3" />
    <path d="M26 76q54 44 108 0" className="text-seal" stroke="currentColor" strokeWidth="3" />
  </>
);

const drawings: Readonly<Record<number, React.ReactNode>> = {
  // A cord that has come off.
  0: (
    <>
      {nail}
      <path d="M80 12 70 22M104 34 92 22" className="text-seal" stroke="currentColor" />
      <path d="M56 34l8-6" />
      {frame}
    </>
  ),
  // A picture with its face to the wall.
  400: (
    <>
      {nail}
      {wire}
      <rect x="38" y="34" width="84" height="60" className="fill-plinth" />
      <path d="M38 34l84 60M122 34 38 94" className="text-edge" stroke="currentColor" />
      <rect x="66" y="56" width="28" height="16" className="fill-wall" />
    </>
  ),
  401: barrier,
  403: barrier,
  // A nail, and nothing on it.
  404: (
    <>
      {nail}
      <rect
        x="38"
        y="34"
        width="84"
        height="60"
        strokeDasharray="3 5"
        className="text-edge"
        stroke="currentColor"
      />
    </>
  ),
  // The wall is paler where a picture hung.
  410: (
    <>
      <rect x="38" y="34" width="84" height="60" className={pale} />
      <path d="M38 42v-8h8M114 34h8v8M122 86v8h-8M46 94h-8v-8" className="text-edge" stroke="currentColor" />
      {nail}
    </>
  ),
  500: askew,
  // A picture under a cloth.
  503: (
    <>
      {nail}
      {wire}
      <rect x="38" y="34" width="84" height="60" />
      <path
        d="M34 30q46 8 92 0l4 62q-9 8-18 0t-19 2-18 0-19 0-26-2z"
        className="fill-plinth"
        strokeLinejoin="round"
      />
      <path d="M56 36l-4 52M80 38v50M104 36l4 50" className="text-edge" stroke="currentColor" />
    </>
  ),
};
