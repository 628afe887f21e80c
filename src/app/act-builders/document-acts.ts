import { isDocumentId } from '../../core/hash.ts';
import { AppError } from '../errors.ts';
import { type ActBuilder, actBy, type Signature } from './act-builder.ts';

/**
 * Says of two documents whether one has its text from the other. That two much alike are independent of each other needs to be
 * shown, so it needs a reason.
 * @throws AppError `bad-option`, `no-such-document`
 */
export function buildDocumentJudgement(
  signature: Signature,
  a: string,
  b: string,
  judgement: 'derives' | 'independent',
): ActBuilder {
  const { reason } = signature;
  if (!reason?.trim()) throw new AppError('bad-option', 'a judgement on documents needs its reason: --reason TEXT');
  if (a === b) throw new AppError('bad-option', 'two different documents are needed');
  return ({ evidence }) => {
    for (const id of [a, b])
      if (!isDocumentId(id) || !evidence.documents.some(({ document }) => document === id))
        throw new AppError('no-such-document', 'the record holds no such document', { place: id.slice(0, 80) });
    return [actBy(signature, 'judged', { documents: [a, b], judgement, reason })];
  };
}
