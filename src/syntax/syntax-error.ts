import { CodedError } from '../core/errors.ts';

export type SyntaxErrorCode = 'weights-altered';

/** Errors of `syntax/`: the weights are not those that this program was made for. A text never is an error. */
export class SyntaxRoomError extends CodedError<SyntaxErrorCode> {}
