import { CodedError } from '../core/errors.ts';

/** Why a file is not taken in. Each refusal is one of these, with one line that names the file and the reason. */
export type DocumentErrorCode =
  /** The name is absolute, climbs out of the folder or cannot be a file's name. */
  | 'unsafe-name'
  /** A symbolic link leads out of the folder. */
  | 'outside-folder'
  | 'missing'
  /** A folder, pipe, socket or device. */
  | 'not-a-file'
  /** The system refuses to read it. */
  | 'unreadable'
  | 'too-large'
  /** It was written to while it was read. */
  | 'changed-while-read'
  | 'empty'
  /** A kind of file that has no reader here. */
  | 'unsupported'
  /** Bytes that are no text in any encoding known here. */
  | 'not-text'
  /** A text kind of file without a word in it, such as scanned pages. */
  | 'no-text'
  | 'corrupt'
  | 'encrypted'
  /** A compressed file that would grow out of all proportion. */
  | 'bomb'
  /** Nested or numerous beyond what documents are. */
  | 'too-complex'
  | 'too-slow'
  | 'out-of-memory'
  /** Whoever asked for it asks no longer. */
  | 'cancelled'
  /** A passage that does not lie in the text. */
  | 'no-such-passage'
  /** A dossier folder without a usable `dossier.yaml`. */
  | 'bad-dossier';

/** A file, passage or dossier that cannot be used. `place` names the file; the rest of a run goes on. */
export class DocumentError extends CodedError<DocumentErrorCode> {}

/** Of a file whose taking in somebody ended. */
export function cancelledReading(name: string): DocumentError {
  return new DocumentError('cancelled', 'its reading was cancelled; it was not taken in', { place: name });
}
