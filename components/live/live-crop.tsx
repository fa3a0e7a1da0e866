'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { firstFrame, type Frame } from '@/components/frame/frame';
import { FrameBox } from '@/components/frame/frame-box';
import { type EmbeddingKind } from '@/lib/vision/embedding';
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

  return (
    <div>
      <FrameBox
        picture={{ src: url }}
        alt={t('yourPicture')}
        frame={frame}
        onChange={setFrame}
        words={{ label: t('frame'), role: t('frameRole'), describedBy: 'frame-keys' }}
      />
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
