import { type z } from 'zod';
import { secretNames } from './secret-files';

/** A line for each setting that cannot be used: its name, its value unless that is a secret, and what is allowed. */
export function describeIssues(
  issues: readonly z.core.$ZodIssue[],
  given: Record<string, string | undefined>,
): string[] {
  return issues.map((issue) => {
    const name = String(issue.path[0]);
    const shown = (secretNames as readonly string[]).includes(name)
      ? 'the value given (not shown)'
      : `"${given[name]}"`;
    return `${name}: ${shown} ${issue.message}`;
  });
}

/** What the person who starts Gafu reads. @param lines one for each bad setting */
export function describeBad(lines: readonly string[]): string {
  const which = lines.length === 1 ? 'A setting' : `${lines.length} settings`;
  return [`${which} in the environment cannot be used:`, ...lines.map((line) => `  ${line}`)].join('\n');
}
