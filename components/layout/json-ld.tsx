import { headers } from 'next/headers';
import { type SchemaOrg } from '@/lib/standards/schema-org';

/** What the page is about, for search engines: a block of data, with the nonce that the page's policy asks for. */
export async function JsonLd({ of }: { of: SchemaOrg }) {
  const policy = (await headers()).get('content-security-policy') ?? '';
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  // Nothing in a title may end the block.
  const __html = JSON.stringify(of).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" nonce={nonce} dangerouslySetInnerHTML={{ __html }} />;
}
