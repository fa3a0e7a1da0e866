'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import {
  type Corner,
  cornerMoved,
  corners,
  fittedFrame,
  type Frame,
  frameAfterKey,
  movedFrame,
  wholeFrame,
} from '@/components/live/frame';

export type CropTexts = Readonly<Record<'x' | 'y' | 'width' | 'height', string>>;

interface CropEditorProps {
  picture: { readonly src: string; readonly width: number; readonly height: number };
  alt: string;
  /** In percent; blank for the whole picture. */
  crop: CropTexts;
}

const names = ['x', 'y', 'width', 'height'] as const;
const whole: CropTexts = { x: '', y: '', width: '', height: '' };
const places: Readonly<Record<Corner, string>> = {
  'top-left': '-left-2.5 -top-2.5 cursor-nwse-resize',
  'top-right': '-right-2.5 -top-2.5 cursor-nesw-resize',
  'bottom-left': '-left-2.5 -bottom-2.5 cursor-nesw-resize',
  'bottom-right': '-right-2.5 -bottom-2.5 cursor-nwse-resize',
};

/**
 * The picture with a frame around what is embedded, to be moved by pointer, touch and keyboard; the numbers below work
 * without JavaScript too. Client messages: `editing`.
 */
export function CropEditor({ picture, alt, crop }: CropEditorProps) {
  const t = useTranslations('editing');
  const [texts, setTexts] = useState(crop);
  const plate = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; y: number; from: Frame; corner: Corner | null } | null>(null);
  const frame = frameOf(texts);
  const labels = { x: t('cropX'), y: t('cropY'), width: t('cropWidth'), height: t('cropHeight') };

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
    setTexts(
      textsOf(
        current.corner === null
          ? movedFrame(current.from, ...by)
          : cornerMoved(current.from, current.corner, ...by),
      ),
    );
  };
  const end = () => {
    drag.current = null;
  };
  const dragged = { onPointerMove: move, onPointerUp: end, onPointerCancel: end };

  return (
    <div>
      <div className="flex justify-center bg-plinth p-3">
        <div ref={plate} className="relative max-w-full overflow-hidden">
          <img
            src={picture.src}
            width={picture.width}
            height={picture.height}
            alt={alt}
            className="block h-auto max-h-[60svh] w-auto max-w-full select-none"
            draggable={false}
          />
          <div
            role="group"
            tabIndex={0}
            aria-label={t('cropFrame')}
            aria-roledescription={t('cropRole')}
            aria-describedby="crop-keys"
            onPointerDown={(event) => begin(event, null)}
            {...dragged}
            onKeyDown={(event) => {
              const next = frameAfterKey(frame, event.key, event.shiftKey);
              if (!next) return;
              event.preventDefault();
              setTexts(textsOf(next));
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
      <p id="crop-keys" className="mt-2 text-fine text-quiet">
        {t('cropHelp')} {t('cropKeys')}
      </p>
      <div className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-4">
        {names.map((name) => (
          <label key={name} className="block text-fine">
            {labels[name]}
            <input
              name={`crop.${name}`}
              inputMode="decimal"
              maxLength={7}
              value={texts[name]}
              onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
              className="field mt-1"
            />
          </label>
        ))}
      </div>
      <button type="button" className="link mt-3 py-1" onClick={() => setTexts(whole)}>
        {t('wholePicture')}
      </button>
    </div>
  );
}

/** The frame that numbers describe; all of the picture while they describe none. */
function frameOf(texts: CropTexts): Frame {
  const [left = NaN, top = NaN, width = NaN, height = NaN] = names.map((name) =>
    texts[name].trim() === '' ? NaN : Number(texts[name].replace(',', '.')) / 100,
  );
  return [left, top, width, height].every(Number.isFinite)
    ? fittedFrame({ left, top, width, height })
    : wholeFrame;
}

/** Rounded down, so that left and width together are never more than all. */
function textsOf({ left, top, width, height }: Frame): CropTexts {
  const isWhole = left <= 0 && top <= 0 && width >= 1 && height >= 1;
  const text = (share: number) => String(Math.floor(share * 1000 + 1e-6) / 10);
  return isWhole ? whole : { x: text(left), y: text(top), width: text(width), height: text(height) };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
