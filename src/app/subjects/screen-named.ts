import { canonicalJson } from '../../core/json/canonical-json.ts';
import type { JsonObject } from '../../core/json/json.ts';
import { type NamedSubject, namedSubjects } from '../../findings/naming/named-subject.ts';
import type { ActDraft } from '../../record/log/act.ts';
import { VETO } from '../../screening/facts.ts';
import { identityBearing } from '../../screening/identity.ts';
import type { ScreeningIndex } from '../../screening/index/screening-index.ts';
import { DEFAULT_LIMIT, DEFAULT_THRESHOLD, type Hit, screen } from '../../screening/screen.ts';
import { jsonOf } from '../acts/acquire.ts';
import type { NamesScreenedBody } from '../acts/act-body.ts';
import type { HeldList } from '../acts/held-list.ts';
import type { Derived } from '../derivation/derive.ts';
import { openHeldLists } from '../lists/lists-in-workspace.ts';
import { indexLists } from '../lists/screening-index.ts';
import type { Progress } from '../progress.ts';
import { documentsOf, entityById, factsOf } from '../screening/screening-decisions.ts';
import { PROGRAM } from '../version.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type NamedBearer, namedBearers } from './named-bearers.ts';

/**
 * Screens whom the claims name against the lists of a dossier, as one act; null when the record already says the same, or
 * there is nothing to say. What is logged suffices for the report: the entry's facts go in as a hash, so that a decision can
 * tell whether they have changed since.
 */
export async function namesScreenedDraft(
  { record }: Pick<Workspace, 'record'>,
  { claims, documents, evidence }: Pick<Derived, 'claims' | 'documents' | 'evidence'>,
  lists: readonly HeldList[],
  progress: Progress,
): Promise<ActDraft | null> {
  const before = evidence.namesScreened;
  if (lists.length === 0 && before === null) return null;
  const counted = claims.filter(({ status }) => status !== 'rejected' && status !== 'withdrawn');
  const body =
    lists.length === 0 ? NONE : await screenSubjects(record, lists, { documents, claims: counted }, progress);
  const said = before === null ? null : { named: before.named };
  if (said !== null && canonicalJson(said) === canonicalJson(body)) return null;
  return { kind: 'screened', by: PROGRAM, body };
}

const SETTINGS = { threshold: DEFAULT_THRESHOLD, match: DEFAULT_THRESHOLD, limit: DEFAULT_LIMIT };
const NONE: JsonObject = jsonOf({ named: { lists: [], settings: SETTINGS, answers: [] } });

type Answer = NamesScreenedBody['named']['answers'][number];

async function screenSubjects(
  record: Workspace['record'],
  lists: readonly HeldList[],
  told: Pick<Derived, 'claims' | 'documents'>,
  progress: Progress,
): Promise<JsonObject> {
  progress.step('Screening the names in the claims');
  const { index, versions } = await indexLists(await openHeldLists(record.read, lists), progress);
  const answers = namedSubjects(told.claims).flatMap((subject): readonly Answer[] => {
    const named = screen(index, { names: subject.name === '' ? [] : [subject.name], schema: subject.schema }, SETTINGS);
    // What texts tell beside a name is looked for where some entry has the name: else there is nothing to hold it against.
    const bearers = named.length === 0 ? [bearerOf(subject)] : namedBearers(subject, told);
    return bearers.map((bearer) => answerOf(index, subject, bearer, named));
  });
  return jsonOf({ named: { lists: versions, settings: SETTINGS, answers } });
}

function bearerOf({ claims, imoNumber }: NamedSubject): NamedBearer {
  return { claims, imoNumbers: imoNumber === null ? [] : [imoNumber], numbers: [], birthDates: [] };
}

/**
 * The entries of one bearer of a name. Entries of the very name whose hull or date of birth is another's come last and are marked: a
 * reader who knows the name would else look for them.
 */
function answerOf(
  index: ScreeningIndex,
  { name, schema }: NamedSubject,
  { claims, ...facts }: NamedBearer,
  named: readonly Hit[],
): Answer {
  const { imoNumbers, numbers, birthDates } = facts;
  const [imoNumber] = imoNumbers;
  const hits = screen(index, { names: name === '' ? [] : [name], schema, ...facts }, SETTINGS);
  const found = new Set(hits.map(({ entityId }) => entityId));
  const row = ({ entityId, caption, score, match, rank, reasons }: Hit): Answer['hits'][number] => {
    const entity = entityById(index, entityId);
    const bearing = entity === undefined ? null : identityBearing(entity, facts);
    const isOther = !found.has(entityId);
    return {
      entityId,
      caption,
      score: isOther ? Math.min(score, VETO) : score,
      match: match && !isOther,
      rank: isOther ? hits.length + rank : rank,
      reasons: [...new Set([...reasons, ...(bearing?.reasons ?? [])])],
      facts: entity === undefined ? '' : factsOf(entity),
      documents: entity === undefined ? [] : documentsOf(entity),
      ...(bearing === null || bearing.reasons.length === 0 ? {} : { telling: bearing.reasons }),
      ...(isOther ? { another: true as const } : {}),
    };
  };
  const others = named.filter(({ entityId }) => {
    const entity = found.has(entityId) ? undefined : entityById(index, entityId);
    return entity !== undefined && identityBearing(entity, facts).excluded;
  });
  return {
    asked: {
      name,
      schema,
      ...(imoNumber === undefined ? {} : { imoNumber }),
      ...(imoNumbers.length > 1 ? { imoNumbers } : {}),
      ...(numbers.length === 0 ? {} : { numbers }),
      ...(birthDates.length === 0 ? {} : { birthDates }),
    },
    claims,
    hits: [...hits, ...others].map(row),
  };
}
