import { pino, type DestinationStream, type Logger } from 'pino';
import { processSingleton } from './process-singleton';
import { currentRequest } from './request-context';
import { logLevels } from './settings';

interface LogRecord {
  readonly level: number;
  readonly time: number;
  readonly msg?: string;
  readonly err?: { readonly stack?: string; readonly message?: string };
  readonly [field: string]: unknown;
}

const standardFields = new Set(['level', 'time', 'msg', 'err', 'pid', 'hostname']);

/** One line for a person: time, level unless it is info, message, fields as name=value; a stack on its own lines. */
export function formatLogLine(json: string): string {
  const record = JSON.parse(json) as LogRecord;
  const time = new Date(record.time).toISOString().slice(11, 19);
  const level = record.level === 30 ? '' : ` ${pino.levels.labels[record.level] ?? record.level}`;
  const fields = Object.entries(record)
    .filter(([name]) => !standardFields.has(name))
    .map(([name, value]) => ` ${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const error = record.err === undefined ? '' : `\n${record.err.stack ?? record.err.message ?? ''}`;
  return `${time}${level} ${record.msg ?? ''}${fields.join('')}${error}\n`;
}

function makeLog(): Logger {
  const asked = process.env.LOG_LEVEL ?? '';
  const level = (logLevels as readonly string[]).includes(asked) ? asked : 'info';
  const lines: DestinationStream = { write: (line) => void process.stderr.write(formatLogLine(line)) };
  const mixin = () => {
    const request = currentRequest();
    return request ? { requestId: request.id } : {};
  };
  return pino({ level, mixin }, process.stderr.isTTY ? lines : process.stderr);
}

/**
 * The process's log, on stderr, so that stdout holds a command's answer alone: single lines on a terminal, JSON
 * elsewhere. Lines written while a request is answered carry its id. A bad LOG_LEVEL is reported with the other
 * settings; until then the log works at `info`.
 */
export const log: Logger = processSingleton('log', makeLog);
