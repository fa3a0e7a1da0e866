'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Notice } from '@/components/layout/notice';
import { type LiveSourceProps } from './live-source';

interface LiveCameraProps extends LiveSourceProps {
  /** Whether a new picture would be read at once; otherwise none is taken. */
  idle: () => boolean;
}

/** A pause between pictures, so that a fast device does not overheat. */
const pauseMs = 120;

/** The camera's view, searched with again and again. The camera is switched off when the component goes. */
export function LiveCamera({ idle, onLook, onGrab }: LiveCameraProps) {
  const t = useTranslations('live');
  const video = useRef<HTMLVideoElement>(null);
  const [refusal, setRefusal] = useState<CameraRefusal | null>(null);
  const look = useEffectEvent(async (element: HTMLVideoElement) => {
    if (document.hidden || element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || !idle()) return;
    onLook(await createImageBitmap(element));
  });
  const ready = useEffectEvent((element: HTMLVideoElement) => onGrab(() => createImageBitmap(element)));

  useEffect(() => {
    let stream: MediaStream | null = null;
    let left = false;
    const stop = () => {
      left = true;
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    const timer = setInterval(
      () => video.current && void look(video.current).catch(() => undefined),
      pauseMs,
    );
    void (async () => {
      try {
        const asked = { facingMode: 'environment', width: { ideal: 960 }, height: { ideal: 720 } };
        stream = await navigator.mediaDevices.getUserMedia({ video: asked, audio: false });
        const element = video.current;
        if (left || !element) return stop();
        element.srcObject = stream;
        await element.play();
        ready(element);
      } catch (error) {
        if (!left) setRefusal(whyNot(error));
      }
    })();
    window.addEventListener('pagehide', stop);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', stop);
      stop();
    };
  }, []);

  if (refusal)
    return (
      <Notice role="alert" title={t('cameraUnusable')}>
        {t(refusal)}
      </Notice>
    );
  return (
    <video
      ref={video}
      muted
      playsInline
      aria-label={t('camera')}
      className="block aspect-4/3 w-full bg-plinth object-contain"
    />
  );
}

type CameraRefusal = 'cameraRefused' | 'cameraMissing' | 'cameraBusy';

function whyNot(error: unknown): CameraRefusal {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError') return 'cameraRefused';
  if (name === 'NotFoundError') return 'cameraMissing';
  return 'cameraBusy';
}
