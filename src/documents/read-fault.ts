import { DocumentError } from './document-error.ts';
import type { ReadingLimits } from './limits.ts';

/** @throws DocumentError `too-large` */
export function sizeChecked(bytes: Uint8Array, name: string, limits: ReadingLimits): void {
  if (bytes.length > limits.fileBytes)
    throw new DocumentError('too-large', `larger than ${Math.floor(limits.fileBytes / 1_048_576)} MiB`, {
      place: name,
    });
}

/** Whatever a parser made of hostile bytes, as a refusal in one line. */
export function asDocumentError(error: unknown, name: string): DocumentError {
  if (error instanceof DocumentError) return error;
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return new DocumentError('too-complex', 'it is nested too deeply to be read', { place: name, cause: error });
  if (error instanceof RangeError && /allocation|array length|string length/i.test(error.message))
    return new DocumentError('out-of-memory', 'it needs more memory than a document may take', {
      place: name,
      cause: error,
    });
  return new DocumentError('corrupt', 'the file is damaged and cannot be read', { place: name, cause: error });
}
