import { useTranslations } from 'next-intl';
import { toolLimit } from '@/app/mcp/_lib/limit';
import { embedCode, embedSize } from '@/lib/standards/oembed';
import { CodeBlock } from './code-block';

/** What other programs use instead of the API: a frame for pages, and tools for language models. */
export function OtherWays({ origin }: { origin: string }) {
  const t = useTranslations('developers');
  const code = (text: React.ReactNode) => <code>{text}</code>;
  const frame = embedCode(origin, 'ID', { title: 'Gafu', ...embedSize });
  const settings = JSON.stringify({ mcpServers: { gafu: { type: 'http', url: `${origin}/mcp` } } });
  const ways = [
    `# ${t('mcpCommand')}`,
    `claude mcp add --transport http gafu ${origin}/mcp`,
    '',
    `# ${t('mcpFile')}`,
    settings,
  ];
  return (
    <>
      <h2 id="embed" className="mt-14 scroll-mt-6 font-serif text-head">
        {t('embed')}
      </h2>
      <p className="mt-4 max-w-prose">{t.rich('embedText', { code })}</p>
      <CodeBlock label={t('embedExample')}>{frame}</CodeBlock>
      <h2 id="mcp" className="mt-14 scroll-mt-6 font-serif text-head">
        {t('mcp')}
      </h2>
      <p className="mt-4 max-w-prose">{t.rich('mcpText', { code, calls: toolLimit.clientMax() })}</p>
      <CodeBlock label={t('mcpExample')}>{ways.join('\n')}</CodeBlock>
    </>
  );
}
