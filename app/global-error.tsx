'use client';

import './globals.css';

/** Shown if the layout itself fails, which brings the messages: so its few words are here, in English. */
export default function GlobalError({ retry }: { error: Error; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong — Gafu</title>
        <main className="shell py-20">
          <h1 className="font-serif text-title">Something went wrong on our side</h1>
          <p className="mt-5 text-read">It has been logged. Trying again may help.</p>
          <button type="button" onClick={() => retry()} className="button mt-8">
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
