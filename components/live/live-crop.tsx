'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type EmbeddingKind } from '@/lib/vision/embedding';
import { firstFrame, type Frame, frameAfterKey, movedFrame, resizedFrame } from './frame';
import { type Grab, type LiveSourceProps } from './live-source';

interface LiveCropProps extends LiveSourceProps {
  picture: ImageBitmap;
  url: string;
  /** A change of kind searches again. */
  kind: EmbeddingKind;
}

/** A picture with a frame to move over it; the part inside the frame is searched with. */
export function LiveCrop({ picture, url, kind, onLook, onGrab }: LiveCropProps) {
  const t = useTranslations('live');
  const [frame, setFrame] = useState<Frame>(firstFrame);
  const plate = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; y: number; from: Frame; sizing: boolean } | null>(null);
  const look = useEffectEvent(onLook);
  const tell = useEffectEvent(onGrab);

  useEffect(() => {
    let left = false;
    const cut: Grab = () => createImageBitmap(picture, ...pixelsOf(frame, picture));
    tell(cut);
    cut().then(
      (part) => !left && look(part),
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [picture, frame, kind]);

  const begin = (event: React.PointerEvent, sizing: boolean) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY, from: frame, sizing };
  };
  const move = (event: React.PointerEvent) => {
    const box = plate.current?.getBoundingClientRect();
    const { current } = drag;
    if (!current || !box) return;
    const by = [(event.clientX - current.x) / box.width, (event.clientY - current.y) / box.height] as const;
    setFrame((current.sizing ? resizedFrame : movedFrame)(current.from, ...by));
  };
  const end = () => {
    drag.current = null;
  };
  const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

  return (
    <div>
      <div className="flex justify-center bg-plinth">
        <div ref={plate} className="relative max-w-full overflow-hidden">
          <img
            src={url}
            alt={t('yourPicture')}
            className="block max-h-[62svh] max-w-full select-none"
            draggable={false}
          />
          <div
            role="group"
            tabIndex={0}
            aria-label={t('frame')}
            aria-roledescription={t('frameRole')}
            aria-describedby="frame-keys"
            onPointerDown={(event) => begin(event, false)}
            onPointerMove={move}
            onPointerUp={end}
            onPointerCancel={end}
            onKeyDown={(event) => {
              const next = frameAfterKey(frame, event.key, event.shiftKey);
              if (!next) return;
              event.preventDefault();
              setFrame(next);
            }}
            className="absolute cursor-move touch-none border-2 border-white shadow-[0_0_0_1px_rgb(0_0_0/0.6),0_0_0_100vmax_rgb(0_0_0/0.45)]"
            style={{
              left: percent(frame.left),
              top: percent(frame.top),
              width: percent(frame.width),
              height: percent(frame.height),
            }}
          >
            <span
              aria-hidden="true"
              onPointerDown={(event) => begin(event, true)}
              onPointerMove={move}
              onPointerUp={end}
              onPointerCancel={end}
              className="absolute right-0 bottom-0 size-8 cursor-nwse-resize touch-none border-r-4 border-b-4 border-seal"
            />
          </div>
        </div>
      </div>
      <p id="frame-keys" className="mt-2 text-fine text-quiet">
        {t('frameKeys')}
      </p>
    </div>
  );
}

function pixelsOf(
  { left, top, width, height }: Frame,
  picture: ImageBitmap,
): [left: number, top: number, width: number, height: number] {
  return [
    Math.round(left * picture.width),
    Math.round(top * picture.height),
    Math.max(1, Math.round(width * picture.width)),
    Math.max(1, Math.round(height * picture.height)),
  ];
}
