import type { SubjectLeaf } from '../../subjects/model/leaf.ts';
import type { SubjectJudgement } from '../../subjects/model/subject.ts';
import type { SubjectJudgedBody } from '../acts/subject-body.ts';
import { AppError } from '../errors.ts';
import { type ActBuilder, actBy, type Signature } from './act-builder.ts';

/** Judges whether a naming is one subject with each of some others: an act for each pair, so that each can be taken back alone. */
export function buildSubjectJudgement(
  signature: Signature,
  one: SubjectLeaf,
  others: readonly SubjectLeaf[],
  judgement: SubjectJudgement,
): ActBuilder {
  if (others.length === 0 || others.some(({ id }) => id === one.id))
    throw new AppError('bad-option', 'two different subjects are needed for a judgement');
  return () =>
    others.map((other) =>
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
