import { Notice } from '@/components/layout/notice';

interface ShownOnceNoticeProps {
  title: string;
  /** Says that it will not be shown again. */
  detail: string;
  /** What the secret is, for screen readers. */
  label: string;
  secret: string;
}

/** A link or token that can be copied now and never again. */
export function ShownOnceNotice({ title, detail, label, secret }: ShownOnceNoticeProps) {
  return (
    <Notice title={title}>
      <p className="max-w-prose">{detail}</p>
      <input
        readOnly
        aria-label={label}
        value={secret}
        spellCheck={false}
        className="field mt-3 max-w-3xl font-mono text-fine text-ink"
      />
    </Notice>
  );
}
