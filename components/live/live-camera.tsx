'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Notice } from '@/components/layout/notice';
import { type LiveSourceProps } from './live-source';

interface LiveCameraProps extends LiveSourceProps {
  /** Whether a new picture would be read at once; otherwise none is taken. */
  idle: () => boolean;
}

/** Pauses between looks, so that a fast device does not heat itself. */
const pauseMs = 120;

/** What the camera sees, looked at again and again. It is switched off when it is left. */
export function LiveCamera({ idle, onLook, onGrab }: LiveCameraProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
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
      <Notice role="alert" title="The camera cannot be used">
        {refusal}
      </Notice>
    );
  return (
    <video
      ref={video}
      muted
      playsInline
      aria-label="What the camera sees"
      className="block aspect-4/3 w-full bg-plinth object-contain"
    />
  );
}

function whyNot(error: unknown): string {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError')
    return 'It was not allowed. Allow it beside the address, or choose a picture.';
  if (name === 'NotFoundError') return 'This device has none. Choose a picture instead.';
  return 'Another program may be using it, or the page did not come by HTTPS. Choose a picture instead.';
}
