'use client';

import './globals.css';

/** The last resort, when even the frame of the site cannot be drawn. */
export default function GlobalError({ retry }: { error: Error; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something broke — Gafu</title>
        <main className="shell py-20">
          <h1 className="font-serif text-title">Something broke on our side</h1>
          <p className="mt-5 text-read">It is written in the server’s log. Trying again may help.</p>
          <button type="button" onClick={() => retry()} className="button mt-8">
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
