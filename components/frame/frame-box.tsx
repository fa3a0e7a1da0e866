'use client';

import { useRef } from 'react';
import { type Corner, cornerMoved, corners, type Frame, frameAfterKey, movedFrame } from './frame';

interface FrameBoxProps {
  /** Width and height where they are known before the picture has loaded. */
  picture: { readonly src: string; readonly width?: number; readonly height?: number };
  alt: string;
  frame: Frame;
  onChange: (frame: Frame) => void;
  /** What the frame is, and how it is used: read out by screen readers. */
  words: { readonly label: string; readonly role: string; readonly describedBy: string };
}

const places: Readonly<Record<Corner, string>> = {
  'top-left': '-left-2.5 -top-2.5 cursor-nwse-resize',
  'top-right': '-right-2.5 -top-2.5 cursor-nesw-resize',
  'bottom-left': '-left-2.5 -bottom-2.5 cursor-nesw-resize',
  'bottom-right': '-right-2.5 -bottom-2.5 cursor-nwse-resize',
};

/** A picture with a frame over it, to be moved and sized by pointer, touch and keyboard. */
export function FrameBox({ picture, alt, frame, onChange, words }: FrameBoxProps) {
  const plate = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; y: number; from: Frame; corner: Corner | null } | null>(null);

  const begin = (event: React.PointerEvent, corner: Corner | null) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY, from: frame, corner };
  };
  const move = (event: React.PointerEvent) => {
    const box = plate.current?.getBoundingClientRect();
    const { current } = drag;
    if (!current || !box) return;
    const by = [(event.clientX - current.x) / box.width, (event.clientY - current.y) / box.height] as const;
    onChange(
      current.corner === null
        ? movedFrame(current.from, ...by)
        : cornerMoved(current.from, current.corner, ...by),
    );
  };
  const end = () => {
    drag.current = null;
  };
  const dragged = { onPointerMove: move, onPointerUp: end, onPointerCancel: end };

  return (
    <div className="flex justify-center bg-plinth p-3">
      <div
        ref={plate}
        className="relative max-w-full overflow-hidden"
        style={{ width: widthBeforeLoading(picture) }}
      >
        <img
          {...picture}
          alt={alt}
          className={`block h-auto max-h-[60svh] max-w-full select-none ${picture.width ? 'w-full' : 'w-auto'}`}
          draggable={false}
        />
        <div
          role="group"
          tabIndex={0}
          aria-label={words.label}
          aria-roledescription={words.role}
          aria-describedby={words.describedBy}
          onPointerDown={(event) => begin(event, null)}
          {...dragged}
          onKeyDown={(event) => {
            const next = frameAfterKey(frame, event.key, event.shiftKey);
            if (!next) return;
            event.preventDefault();
            onChange(next);
          }}
          className="absolute cursor-move touch-none border-2 border-white shadow-[0_0_0_1px_rgb(0_0_0/0.6),0_0_0_100vmax_rgb(0_0_0/0.5)] focus-visible:outline-offset-[-4px]"
          style={{
            left: percent(frame.left),
            top: percent(frame.top),
            width: percent(frame.width),
            height: percent(frame.height),
          }}
        >
          {corners.map((corner) => (
            <span
              key={corner}
              aria-hidden="true"
              onPointerDown={(event) => begin(event, corner)}
              {...dragged}
              className={`absolute flex size-8 touch-none items-center justify-center ${places[corner]}`}
            >
              <span className="size-3 border-2 border-white bg-seal" />
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** As wide as the picture will be, so that nothing moves when it arrives; undefined if its shape is not known. */
function widthBeforeLoading({ width, height }: FrameBoxProps['picture']): string | undefined {
  if (!width || !height) return undefined;
  return `min(100%, ${((60 * width) / height).toFixed(2)}svh, ${width}px)`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
