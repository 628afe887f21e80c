import { describeError, fixedClock } from '../app/commands/contract.ts';

/** The words of a command are off: exit 2, as the contract says. */
export class UsageError extends Error {}

/** A whole number of an option. @throws UsageError */
export function parseCount(text: string, option: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new UsageError(`${option} takes a whole number, not "${text}"`);
}

/** A number from 0 to 1 of an option. @throws UsageError */
export function parseShare(text: string, option: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new UsageError(`${option} takes a number from 0 to 1, not "${text}"`);
}

/** A day of an option. @throws UsageError */
export function parseDay(text: string, option: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text))
    return text;
  throw new UsageError(`${option} takes a day as YYYY-MM-DD, not "${text}"`);
}

/** A time of an option. @throws UsageError */
export function parseTime(text: string, option: string): string {
  try {
    fixedClock(text);
    return text;
  } catch (error) {
    throw new UsageError(`${option}: ${describeError(error)}`);
  }
}

/** A text of an option that may not be empty, such as the name of a folder. @throws UsageError */
export function parseText(text: string, option: string): string {
  if (text.trim() !== '') return text;
  throw new UsageError(`${option} is empty`);
}

const SECONDS = { d: 86_400, h: 3600, m: 60 } as const;

/** Seconds of a length of time such as `30d` or `12h`. @throws UsageError */
export function parseDuration(text: string, option: string): number {
  const match = /^([1-9]\d{0,5})([dhm])$/.exec(text);
  if (match !== null) return Number(match[1]) * SECONDS[match[2] as keyof typeof SECONDS];
  throw new UsageError(`${option} takes a length of time as 30d, 12h or 90m, not "${text}"`);
}

/** A command's work may end with damage found (exit 1) without an error having been thrown. */
export type Finish = (exitCode: number) => void;

/** Which way goods go, for forms that do not say. @throws UsageError */
export function parseFlow(text: string | undefined): 'import' | 'export' | null {
  if (text === undefined) return null;
  if (text === 'import' || text === 'export') return text;
  throw new UsageError(`--flow takes import or export, not "${text}"`);
}
