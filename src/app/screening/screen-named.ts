import { canonicalJson } from '../../core/json/canonical-json.ts';
import type { JsonObject } from '../../core/json/json.ts';
import { type NamedSubject, namedSubjects } from '../../findings/naming/named-subject.ts';
import type { ActDraft } from '../../record/log/act.ts';
import { DEFAULT_LIMIT, DEFAULT_THRESHOLD, screen } from '../../screening/screen.ts';
import { jsonOf } from '../acts/acquire.ts';
import type { NamesScreenedBody } from '../acts/act-body.ts';
import type { HeldList } from '../acts/held-list.ts';
import type { Derived } from '../derivation/derive.ts';
import { openHeldLists } from '../lists/lists-in-workspace.ts';
import { indexLists } from '../lists/screening-index.ts';
import type { Progress } from '../progress.ts';
import { PROGRAM } from '../version.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { questionOf } from './screen-question.ts';
import { documentsOf, entityById, factsOf } from './screening-decisions.ts';

/**
 * Screens whom the claims name against the lists of a dossier, as one act; null when the record already says the same, or
 * there is nothing to say. What is logged suffices for the report: the entry's facts go in as a hash, so that a decision can
 * tell whether they have changed since.
 */
export async function namesScreenedDraft(
  { record }: Pick<Workspace, 'record'>,
  { claims, evidence }: Pick<Derived, 'claims' | 'evidence'>,
  lists: readonly HeldList[],
  progress: Progress,
): Promise<ActDraft | null> {
  const before = evidence.namesScreened;
  if (lists.length === 0 && before === null) return null;
  const counted = claims.filter(({ status }) => status !== 'rejected' && status !== 'withdrawn');
  const body = lists.length === 0 ? NONE : await screenSubjects(record, lists, namedSubjects(counted), progress);
  const said = before === null ? null : { named: before.named };
  if (said !== null && canonicalJson(said) === canonicalJson(body)) return null;
  return { kind: 'screened', by: PROGRAM, body };
}

const SETTINGS = { threshold: DEFAULT_THRESHOLD, match: DEFAULT_THRESHOLD, limit: DEFAULT_LIMIT };
const NONE: JsonObject = jsonOf({ named: { lists: [], settings: SETTINGS, answers: [] } });

async function screenSubjects(
  record: Workspace['record'],
  lists: readonly HeldList[],
  subjects: readonly NamedSubject[],
  progress: Progress,
): Promise<JsonObject> {
  progress.step('Screening the names in the claims');
  const { index, versions } = await indexLists(await openHeldLists(record.read, lists), progress);
  const answers = subjects.map(({ name, schema, imoNumber, claims }): NamesScreenedBody['named']['answers'][number] => {
    const asked = { name, schema, ...(imoNumber === null ? {} : { imoNumber }) };
    return {
      asked,
      claims,
      hits: screen(index, questionOf(asked), SETTINGS).map(({ entityId, caption, score, match, rank, reasons }) => {
        const entity = entityById(index, entityId);
        return {
          entityId,
          caption,
          score,
          match,
          rank,
          reasons,
          facts: entity === undefined ? '' : factsOf(entity),
          documents: entity === undefined ? [] : documentsOf(entity),
        };
      }),
    };
  });
  return jsonOf({ named: { lists: versions, settings: SETTINGS, answers } });
}
