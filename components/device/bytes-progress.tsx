import { megabytesLabel } from './device-words';

/** How much of what reads pictures on a device has come; when all has, it is being made ready. */
export function BytesProgress({ bytesDone, bytesAll }: { bytesDone: number; bytesAll: number }) {
  return (
    <span className="flex items-center gap-3">
      <progress
        aria-label="Fetching what reads pictures"
        value={bytesAll > 0 ? bytesDone : undefined}
        max={bytesAll || 1}
        className="h-1.5 w-24"
      />
      {bytesAll > 0 && bytesDone < bytesAll
        ? `${megabytesLabel(bytesDone)} of ${megabytesLabel(bytesAll)}, once`
        : 'Making ready'}
    </span>
  );
}
