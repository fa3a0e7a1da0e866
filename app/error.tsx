'use client';

import { ProblemPage } from '@/components/layout/problem-page';

interface ErrorPageProps {
  error: Error & { digest?: string };
  retry: () => void;
}

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const number = error.digest ? ` Its number is ${error.digest}.` : '';
  return (
    <ProblemPage
      status={500}
      title="Something broke on our side"
      detail={`It is written in the server’s log.${number} Trying again may help.`}
    >
      <button type="button" onClick={() => retry()} className="button">
        Try again
      </button>
    </ProblemPage>
  );
}
