'use client';

import { CrashPage } from '@/components/layout/crash-page';
import './globals.css';

/** Shown if the layout itself fails, which brings the messages: so its few words are here, in both languages. */
const words = {
  en: {
    title: 'Something went wrong on our side',
    detail: 'It has been logged, and the collection is safe. Trying again may help.',
    retry: 'Try again',
    home: 'To the home page',
  },
  ja: {
    title: 'サイトの側で問題が起きました',
    detail: '記録を残しました。コレクションに影響はありません。もう一度試すと、うまくいくことがあります。',
    retry: 'もう一度試す',
    home: 'トップページへ',
  },
};

export default function GlobalError({ retry }: { error: Error; retry: () => void }) {
  const isJapanese = typeof location !== 'undefined' && /^\/ja(?:\/|$)/.test(location.pathname);
  const t = words[isJapanese ? 'ja' : 'en'];
  return (
    <html lang={isJapanese ? 'ja' : 'en'}>
      <body>
        <title>{`${t.title} — Gafu`}</title>
        <main>
          <CrashPage title={t.title} detail={t.detail}>
            <p className="flex flex-wrap gap-3">
              <button type="button" onClick={() => retry()} className="button">
                {t.retry}
              </button>
              <a href={isJapanese ? '/ja' : '/'} className="button-quiet">
                {t.home}
              </a>
            </p>
          </CrashPage>
        </main>
      </body>
    </html>
  );
}
