import type { SubjectLeaf } from '../../subjects/model/leaf.ts';
import type { SubjectJudgement } from '../../subjects/model/subject.ts';
import type { SubjectJudgedBody } from '../acts/subject-body.ts';
import { AppError } from '../errors.ts';
import { type ActBuilder, actBy, type Signature } from './act-builder.ts';

/** Judges whether two namings are one subject, pair by pair: an act for each, so that each can be taken back alone. */
export function buildSubjectJudgements(
  signature: Signature,
  pairs: readonly (readonly [SubjectLeaf, SubjectLeaf])[],
  judgement: SubjectJudgement,
): ActBuilder {
  if (pairs.length === 0 || pairs.some(([one, other]) => one.id === other.id))
    throw new AppError('bad-option', 'two different subjects are needed for a judgement');
  return () =>
    pairs.map(([one, other]) =>
      actBy(signature, 'subject-judged', {
        a: one.id,
        b: other.id,
        judgement,
        why: signature.reason ?? null,
        named: [namedAs(one), namedAs(other)],
      } satisfies SubjectJudgedBody),
    );
}

function namedAs({ id, kind, name, document, identifiers }: SubjectLeaf): SubjectJudgedBody['named'][0] {
  return { id, kind, name, document, identifiers: identifiers.map(({ scheme, value }) => ({ scheme, value })) };
}
