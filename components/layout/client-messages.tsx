import { type Messages, NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';

type Namespace = keyof Messages;

interface ClientMessagesProps {
  /** The groups of messages that the client components inside use. */
  of: readonly Namespace[];
  children: React.ReactNode;
}

/** Sends client components the messages they use and no others: what is named here travels with the page. */
export async function ClientMessages({ of, children }: ClientMessagesProps) {
  const messages = await getMessages();
  const sent = Object.fromEntries(of.map((namespace) => [namespace, messages[namespace]]));
  return <NextIntlClientProvider messages={sent}>{children}</NextIntlClientProvider>;
}
