'use client';

import { useTranslations } from 'next-intl';
import { type Viewer } from 'openseadragon';
import { useEffect, useRef, useState } from 'react';

interface ZoomProps {
  /** Of the picture's `info.json`, on this site. */
  infoUrl: string;
  /** The picture's accessible name. */
  name: string;
  /** The still picture. */
  children: React.ReactNode;
}

type State = 'still' | 'opening' | 'open' | 'failed';

/**
 * A picture that can be zoomed into. The viewer is fetched when it is asked for and lies over the still picture, so
 * that nothing moves; without client JavaScript there is the still picture, and no dead button.
 */
export function Zoom({ infoUrl, name, children }: ZoomProps) {
  const t = useTranslations('zoom');
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const openButton = useRef<HTMLButtonElement>(null);
  const viewer = useRef<Viewer | null>(null);
  const [isReady, setIsReady] = useState(false);
  const [state, setState] = useState<State>('still');
  const [isFull, setIsFull] = useState(false);

  useEffect(() => {
    setIsReady(true);
    const changed = () => setIsFull(document.fullscreenElement === stage.current);
    document.addEventListener('fullscreenchange', changed);
    return () => {
      document.removeEventListener('fullscreenchange', changed);
      viewer.current?.destroy();
    };
  }, []);

  const open = async () => {
    setState('opening');
    try {
      const { default: openViewer } = await import('openseadragon');
      if (!canvas.current) return;
      declareStyles();
      viewer.current = openViewer({
        element: canvas.current,
        tileSources: infoUrl,
        showNavigationControl: false,
        visibilityRatio: 0.6,
        maxZoomPixelRatio: 3,
        // The picture under it is what is seen until the first tiles come.
        immediateRender: true,
        gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
      });
      viewer.current.addHandler('open', () => {
        setState('open');
        viewer.current?.canvas.focus();
      });
      viewer.current.addHandler('open-failed', () => close('failed'));
    } catch {
      close('failed');
    }
  };
  const close = (next: State = 'still') => {
    if (document.fullscreenElement) void document.exitFullscreen();
    viewer.current?.destroy();
    viewer.current = null;
    setState(next);
    requestAnimationFrame(() => openButton.current?.focus());
  };
  const zoomBy = (factor: number) => {
    viewer.current?.viewport.zoomBy(factor).applyConstraints();
  };
  const toggleFull = () => {
    if (document.fullscreenElement) void document.exitFullscreen();
    else void stage.current?.requestFullscreen();
  };

  const isShown = state === 'opening' || state === 'open';
  return (
    <div
      ref={stage}
      className="relative bg-plinth"
      onKeyDown={(event) => {
        // Full screen is left by the browser itself.
        if (event.key === 'Escape' && state === 'open' && !isFull) close();
      }}
    >
      <div className={state === 'open' ? 'invisible' : undefined}>{children}</div>
      {isShown && (
        <div ref={canvas} role="group" aria-label={t('viewer', { name })} className="absolute! inset-0" />
      )}
      {isReady && !isShown && (
        <button
          ref={openButton}
          type="button"
          onClick={() => void open()}
          className="button-quiet absolute right-2 bottom-2 bg-wall/90"
        >
          {t(state === 'failed' ? 'failed' : 'open')}
        </button>
      )}
      {isShown && (
        <div className="absolute right-2 bottom-2 flex flex-wrap justify-end gap-1.5">
          {state === 'opening' ? (
            <p role="status" className="bg-wall/90 px-3 py-2 text-fine">
              {t('opening')}
            </p>
          ) : (
            <>
              <ZoomButton label={t('in')} text="+" onClick={() => zoomBy(1.6)} />
              <ZoomButton label={t('out')} text="−" onClick={() => zoomBy(1 / 1.6)} />
              <ZoomButton text={t('whole')} onClick={() => viewer.current?.viewport.goHome()} />
              {document.fullscreenEnabled && (
                <ZoomButton text={t(isFull ? 'leaveFull' : 'full')} onClick={toggleFull} />
              )}
              <ZoomButton text={t('close')} onClick={() => close()} />
            </>
          )}
        </div>
      )}
    </div>
  );
}

/** OpenSeadragon adds a style element of its own unless there is one with this mark; the page's policy wants a nonce. */
function declareStyles(): void {
  const mark = 'data-openseadragon-mobile-css';
  if (document.querySelector(`style[${mark}]`)) return;
  const style = document.createElement('style');
  style.nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
  style.setAttribute(mark, 'true');
  document.head.append(style);
}

function ZoomButton({ text, label, onClick }: { text: string; label?: string; onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      className="button-quiet min-w-10 justify-center bg-wall/90"
    >
      {text}
    </button>
  );
}
