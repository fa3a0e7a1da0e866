'use client';

import { useTransition } from 'react';
import { useRouter } from '@/i18n/navigation';

interface SubmitOnChangeProps extends Omit<React.ComponentProps<'form'>, 'method' | 'action' | 'onSubmit'> {
  /** The path of a page. */
  action: string;
  /** The page that the fields ask for, without the detour by `action`, which is asked if this fails. */
  hrefOf?: (fields: URLSearchParams) => Promise<string>;
}

/**
 * A form that asks for a page, sent when a control settles on a new value. The page changes in place: nothing is
 * scrolled, and menus stay open. Without client JavaScript it is a plain form, and needs a button.
 */
export function SubmitOnChange({ action, hrefOf, ...props }: SubmitOnChangeProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <form
      {...props}
      action={action}
      method="get"
      aria-busy={isPending}
      onSubmit={(event) => {
        event.preventDefault();
        const fields = filledFields(new FormData(event.currentTarget));
        startTransition(async () => {
          const plain = [action, fields].filter(String).join('?');
          const href = hrefOf ? await hrefOf(fields).catch(() => plain) : plain;
          startTransition(() => router.push(href, { scroll: false }));
        });
      }}
      ref={(form) => {
        // The native event: React's onChange is the input event, which fires all the while a slider moves.
        const submit = () => form?.requestSubmit();
        form?.addEventListener('change', submit);
        return () => form?.removeEventListener('change', submit);
      }}
    />
  );
}

/** Without fields that were left blank. */
function filledFields(data: FormData): URLSearchParams {
  const pairs = [...data].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return new URLSearchParams(pairs.filter(([, value]) => value !== ''));
}
