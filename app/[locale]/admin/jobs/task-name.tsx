import { useTranslations } from 'next-intl';

const known = [
  'extract-features',
  'delete-expired-queries',
  'refresh-strength',
  'tidy-up',
  'empty-bin',
  'import-works',
  'check-batch-file',
  'embed-batch-file',
  'add-batch-file',
  'add-samples',
] as const;

/** What a job does, in words; a task without words shows its own name. */
export function TaskName({ task }: { task: string }) {
  const t = useTranslations('jobs.tasks');
  const name = known.find((one) => one === task);
  return name === undefined ? task : t(name);
}
