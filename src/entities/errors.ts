import { CodedError } from '../core/errors.ts';

export type EntitiesErrorCode =
  | 'list-unreadable'
  | 'list-not-recognised'
  | 'list-malformed'
  | 'list-hostile'
  | 'list-parts-mismatch';

/** Errors of `entities/`: a list file that cannot be read at all. A bad entry inside a good file is a `ListFault` instead. */
export class EntitiesError extends CodedError<EntitiesErrorCode> {}

/** An entry, or a part of one, that could not be read: it is reported, skipped, and the rest of the file goes on. */
export type ListFault = { readonly file: string; readonly place: string; readonly message: string };
