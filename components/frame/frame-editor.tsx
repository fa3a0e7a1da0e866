'use client';

import { useTranslations } from 'next-intl';
import { Gap } from '@/components/layout/gap';
import { useState } from 'react';
import { fittedFrame, type Frame, wholeFrame } from './frame';
import { FrameBox } from './frame-box';

/** A frame in percent, as its fields hold it; blank: all of the picture. */
export type FrameTexts = Readonly<Record<'x' | 'y' | 'width' | 'height', string>>;

interface FrameEditorProps {
  picture: { readonly src: string; readonly width: number; readonly height: number };
  alt: string;
  given: FrameTexts;
  /** The fields are named `part.x`, `part.y`, `part.width` and `part.height`. */
  part: string;
  /** What the frame is for. */
  label: string;
  help: string;
}

const names = ['x', 'y', 'width', 'height'] as const;
const whole: FrameTexts = { x: '', y: '', width: '', height: '' };

/**
 * A picture with a frame around a part of it, to be moved by pointer, touch and keyboard; the numbers below work
 * without JavaScript too. Client messages: `frame`.
 */
export function FrameEditor({ picture, alt, given, part, label, help }: FrameEditorProps) {
  const t = useTranslations('frame');
  const [texts, setTexts] = useState(given);
  return (
    <div>
      <FrameBox
        picture={picture}
        alt={alt}
        frame={frameOf(texts)}
        onChange={(frame) => setTexts(textsOf(frame))}
        words={{ label, role: t('role'), describedBy: 'frame-keys' }}
      />
      <p id="frame-keys" className="mt-2 text-fine text-quiet">
        {help}
        <Gap />
        {t('keys')}
      </p>
      <div className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-4">
        {names.map((name) => (
          <label key={name} className="block text-fine">
            {t(name)}
            <input
              name={`${part}.${name}`}
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
        {t('whole')}
      </button>
    </div>
  );
}

/** The frame that numbers describe; all of the picture while they describe none. */
function frameOf(texts: FrameTexts): Frame {
  const [left = NaN, top = NaN, width = NaN, height = NaN] = names.map((name) =>
    texts[name].trim() === '' ? NaN : Number(texts[name].replace(',', '.')) / 100,
  );
  return [left, top, width, height].every(Number.isFinite)
    ? fittedFrame({ left, top, width, height })
    : wholeFrame;
}

/** Rounded down, so that left and width together are never more than all. */
function textsOf({ left, top, width, height }: Frame): FrameTexts {
  const isWhole = left <= 0 && top <= 0 && width >= 1 && height >= 1;
  const text = (share: number) => String(Math.floor(share * 1000 + 1e-6) / 10);
  return isWhole ? whole : { x: text(left), y: text(top), width: text(width), height: text(height) };
}
