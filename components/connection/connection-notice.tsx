'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState, useSyncExternalStore } from 'react';

/** Says when a page cannot be asked for again, and keeps what was seen readable by a service worker. */
export function ConnectionNotice() {
  const t = useTranslations('connection');
  const isOnline = useSyncExternalStore(
    onChange,
    () => navigator.onLine,
    () => true,
  );
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    if (process.env.NODE_ENV === 'production') keepWhatIsSeen(setKept);
  }, []);
  const isAway = !isOnline || isKept;
  return (
    <div role="status" className="contents">
      {isAway && (
        <div className="fixed inset-x-0 bottom-0 z-40 border-t border-ink bg-plinth">
          <div className="shell flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <p>
              <strong className="font-[550]">{t(isOnline ? 'away' : 'offline')}</strong> {t('kept')}
            </p>
            <button type="button" onClick={() => location.reload()} className="button-quiet">
              {t('retry')}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

function onChange(changed: () => void): () => void {
  addEventListener('online', changed);
  addEventListener('offline', changed);
  return () => {
    removeEventListener('online', changed);
    removeEventListener('offline', changed);
  };
}

/** @param tell whether this page is the service worker's copy */
function keepWhatIsSeen(tell: (isKept: boolean) => void): void {
  // Private windows and old browsers have none, and the site works without it.
  const workers = (navigator as Partial<Navigator>).serviceWorker;
  if (workers === undefined) return;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => tell(data === true);
  workers.controller?.postMessage('is-kept', [port2]);
  void workers.register('/sw.js').catch(() => undefined);
}
