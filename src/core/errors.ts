/**
 * One error class a room, each with a closed union of codes.
 *
 * A user never sees a stack trace: `cli/` and `server/` print `message`, which says what happened and what to
 * do. Hostile input must never escape as a raw `SyntaxError` or `TypeError`; the room that parses it throws its own kind.
 */
export abstract class CodedError<Code extends string = string> extends Error {
  readonly code: Code;
  /** Where it happened: a file, `file:line`, `file@offset`, or an id. Undefined when the whole operation failed. */
  readonly place: string | undefined;

  constructor(code: Code, message: string, options: { place?: string | undefined; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.place = options.place;
  }
}

export type CoreErrorCode =
  | 'not-canonicalisable'
  | 'not-plain-json'
  | 'not-a-date'
  | 'not-a-decimal'
  | 'resource-missing';

/** Errors of `core/`: a value that cannot be what the caller says it is. */
export class CoreError extends CodedError<CoreErrorCode> {}

/** `file:line: message` when the place is known, else the message alone: the one form in which errors are printed. */
export function describeError(error: unknown): string {
  if (error instanceof CodedError)
    return error.place === undefined ? error.message : `${error.place}: ${error.message}`;
  if (error instanceof Error) return error.message;
  return String(error);
}
