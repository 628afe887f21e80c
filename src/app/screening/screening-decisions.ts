import { sha256Hex } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import type { Entity } from '../../entities/entity.ts';
import type { Act, ActDraft, ActId } from '../../record/log/act.ts';
import type { ScreeningIndex } from '../../screening/index/screening-index.ts';
import type { Question } from '../../screening/question.ts';
import { cleanQuestion } from '../../screening/question.ts';
import { personName } from '../act-builders/act-builder.ts';
import { jsonOf } from '../acts/acquire.ts';
import { DECISIONS, type DecidedBody, decidedBody } from '../acts/act-body.ts';
import { actorName } from '../acts/actor-name.ts';
import type { Dated } from '../acts/gathering.ts';
import { newestLists } from '../acts/held-list.ts';
import { supersededActs } from '../acts/superseded-acts.ts';
import { AppError } from '../errors.ts';
import { heldLists, openHeldLists } from '../lists/lists-in-workspace.ts';
import { indexLists, loadLists } from '../lists/screening-index.ts';
import type { Progress } from '../progress.ts';
import { type Workspace, type WorkspacePlace, withWorkspace } from '../workspace/workspace.ts';
import { type AskedName, questionOf } from './screen-question.ts';

/** `true`: the one asked for is the listed one. `false`: it is not. `unsure`: looked at and left open. */
export type HitDecision = (typeof DECISIONS)[number];

/** A decision in force. */
export type HeldDecision = Dated<DecidedBody>;

/** A decision as it is shown beside a hit. */
export type RememberedDecision = {
  readonly act: string;
  readonly decision: HitDecision;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  /** False: the same name was asked for, but with other facts. */
  readonly sameQuestion: boolean;
  /** What is different from what the person had before them; null when nothing is. */
  readonly changed: 'entry' | 'list' | null;
  /** The above in words. */
  readonly note: string;
};

/** Decisions that no later act took back, oldest first. */
export function heldDecisions(acts: readonly Act[]): readonly HeldDecision[] {
  const superseded = supersededActs(acts);
  return acts.flatMap((act) => {
    if (act.kind !== 'decided' || superseded.has(act.id)) return [];
    const body = decidedBody.safeParse(act.body);
    return body.success ? [{ ...body.data, act: act.id, at: act.at, by: actorName(act.by) }] : [];
  });
}

/** One key for questions that ask the same: letter case, blanks, order and ways of writing dates and countries apart. */
export function questionKeyOf(question: Question): string {
  const clean = cleanQuestion(question);
  const sorted = (values: readonly string[]): string[] => [...new Set(values.map(plain))].sort();
  return keyOf({
    names: sorted(clean.names),
    schema: clean.schema,
    birthDates: sorted(clean.birthDates),
    countries: sorted(clean.countries),
    gender: clean.gender,
    numbers: sorted(clean.numbers),
    imoNumbers: sorted(clean.imoNumbers),
  });
}

function nameKeyOf(question: Question): string {
  const { names, imoNumbers } = cleanQuestion(question);
  return keyOf({ names: names.map(plain).sort(), imoNumbers: [...imoNumbers].sort() });
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function keyOf(value: object): string {
  return sha256Hex(canonicalJson(value)).slice(0, 32);
}

/** What a list says of a subject, as one hash: where it stands in which file and when it was last amended is left out. */
export function factsOf(entity: Entity): string {
  const { schema, caption, listing } = entity;
  return keyOf({
    schema,
    caption,
    values: [...new Set(entity.values.map(({ prop, value }) => `${prop}=${value}`))].sort(),
    listing: listing === null ? null : { program: listing.program, reference: listing.reference },
  });
}

/** The list versions that an entry was read in, by hash. */
export function documentsOf(entity: Entity): string[] {
  return [...new Set(entity.values.map(({ source }) => source.document))].sort();
}

/** The last decision on this entity for this question, else for the same name; null when nobody has decided. */
export function recallDecision(
  decisions: readonly HeldDecision[],
  question: Question,
  entity: Entity,
): RememberedDecision | null {
  if (!decisions.some((one) => one.entity.id === entity.id)) return null;
  return recallOn(decisions, question, { id: entity.id, facts: factsOf(entity), documents: documentsOf(entity) });
}

/** The same, of an entry of which only the hash of its facts is at hand. */
export function recallOn(
  decisions: readonly HeldDecision[],
  question: Question,
  entry: { readonly id: string; readonly facts: string; readonly documents: readonly string[] },
): RememberedDecision | null {
  const onEntity = decisions.filter((one) => one.entity.id === entry.id);
  const key = questionKeyOf(question);
  const exact = onEntity.filter((one) => one.questionKey === key).at(-1);
  const nameKey = nameKeyOf(question);
  const found = exact ?? onEntity.filter((one) => one.nameKey === nameKey).at(-1);
  if (found === undefined) return null;
  const changed =
    found.entity.facts !== entry.facts
      ? 'entry'
      : canonicalJson(found.documents) !== canonicalJson(entry.documents)
        ? 'list'
        : null;
  const { act, decision, reason, by, at } = found;
  const sameQuestion = exact !== undefined;
  return { act, decision, reason, by, at, sameQuestion, changed, note: noteOf(found, sameQuestion, changed) };
}

const DECISION_WORDS: Readonly<Record<HitDecision, string>> = {
  true: 'decided: a true match',
  false: 'decided: not the one asked for',
  unsure: 'looked at and left unsure',
};

function noteOf(found: HeldDecision, sameQuestion: boolean, changed: RememberedDecision['changed']): string {
  const parts = [`${DECISION_WORDS[found.decision]} (${found.by}, ${found.at.slice(0, 10)}: ${found.reason})`];
  if (found.leaves !== undefined) parts.push('of the one whom documents here name, and not of others of the name');
  if (!sameQuestion) parts.push('for the same name with other facts; look again');
  if (changed === 'entry') parts.push('the entry has changed since; look again');
  if (changed === 'list') parts.push('the list is another version since; the entry is the same');
  return parts.join('; ');
}

const numbersById = new WeakMap<ScreeningIndex, Map<string, number>>();

/** The entity of an index with an id; undefined when there is none. */
export function entityById(index: ScreeningIndex, id: string): Entity | undefined {
  let numbers = numbersById.get(index);
  if (numbers === undefined) {
    numbers = new Map();
    for (let number = 0; number < index.entityCount; number++) numbers.set(index.entity(number).id, number);
    numbersById.set(index, numbers);
  }
  const number = numbers.get(id);
  return number === undefined ? undefined : index.entity(number);
}

/** What a person decides on the answer to one question. */
export type DecisionInput = {
  readonly question: AskedName;
  readonly decision: string;
  readonly by: string;
  readonly reason: string | undefined;
};

export type DecideRequest = DecisionInput & {
  readonly workspace: WorkspacePlace;
  readonly entity: string;
  /** Lists to look the entity up in; the workspace's own when empty. */
  readonly lists: readonly string[];
  readonly clock?: string | undefined;
  readonly progress: Progress;
};

/** Logs a person's decision on a hit. @throws AppError `bad-input` for an entity that no list has, or a decision without its reason */
export async function decideHit(request: DecideRequest): Promise<Act> {
  const { workspace, clock, progress } = request;
  const checked = checkDecision(request);
  return await withWorkspace(
    { workspace, clock, progress, command: 'panel screen decide', create: false },
    async (held) => {
      const entity = await findListed(held, request);
      if (entity === undefined)
        throw new AppError('bad-input', 'no list that is asked here has this entity', { place: request.entity });
      const [act] = await held.record.append([decidedDraft(checked, entity)]);
      return act as Act;
    },
  );
}

export type CheckedDecision = {
  readonly by: string;
  readonly decision: HitDecision;
  readonly reason: string;
  readonly question: Question;
  /** Of a decision on a subject of the documents: the namings that it is made of. */
  readonly leaves?: readonly string[];
};

/** @throws AppError `bad-input` for a decision that says too little */
export function checkDecision({ decision: word, reason, question: asked, by }: DecisionInput): CheckedDecision {
  const decision = DECISIONS.find((one) => one === word);
  if (decision === undefined)
    throw new AppError('bad-input', `"${word}" is no decision; there is ${DECISIONS.join(', ')}`);
  if (!reason?.trim()) throw new AppError('bad-input', 'a decision on a hit needs its reason: --reason TEXT');
  const question = questionOf(asked);
  if (question.names.length + (question.numbers ?? []).length + (question.imoNumbers ?? []).length === 0)
    throw new AppError('bad-input', 'say which question the decision answers: --name NAME (or --imo, --id-number)');
  return { by, decision, reason, question };
}

/** The act of a decision on a listed subject, with what the person had before them. */
export function decidedDraft({ by, decision, reason, question, leaves }: CheckedDecision, entity: Entity): ActDraft {
  const body: DecidedBody = {
    decision,
    reason,
    question: { ...question, names: [...question.names] },
    questionKey: questionKeyOf(question),
    nameKey: nameKeyOf(question),
    entity: { id: entity.id, caption: entity.caption, dataset: entity.dataset, facts: factsOf(entity) },
    documents: documentsOf(entity),
    ...(leaves === undefined ? {} : { leaves: [...leaves] }),
  };
  return { kind: 'decided', by: { person: personName(by) }, body: jsonOf(body) };
}

/** The entry as the newest versions have it, else as older ones had it: a hit as of a day may be gone since. */
async function findListed(
  { record, acts }: Pick<Workspace, 'record' | 'acts'>,
  { lists, entity, progress }: DecideRequest,
): Promise<Entity | undefined> {
  if (lists.length > 0) return entityById((await loadLists(lists, progress)).index, entity);
  const held = heldLists(await acts());
  if (held.length === 0) return undefined;
  const newest = newestLists(held);
  const found = entityById((await indexLists(await openHeldLists(record.read, newest), progress)).index, entity);
  if (found !== undefined || newest.length === held.length) return found;
  return entityById((await indexLists(await openHeldLists(record.read, held), progress)).index, entity);
}

/** Decisions in force in a workspace, oldest first. */
export async function listDecisions({
  workspace,
  progress,
}: {
  workspace: WorkspacePlace;
  progress: Progress;
}): Promise<readonly HeldDecision[]> {
  return await withWorkspace({ workspace, progress, command: 'panel screen decisions', create: false }, async (held) =>
    heldDecisions(await held.acts()),
  );
}

/** Takes a decision back, or an earlier taking back: then the decision stands again. @throws AppError `no-such-act`, `refused-by-rule` */
export async function undoDecision(request: {
  workspace: WorkspacePlace;
  act: string;
  by: string;
  reason?: string | undefined;
  clock?: string | undefined;
  progress: Progress;
}): Promise<Act> {
  const { workspace, clock, progress } = request;
  return await withWorkspace(
    { workspace, clock, progress, command: 'panel screen undo', create: false },
    async (held) => {
      const acts = await held.acts();
      const target = acts.find(({ id }) => id === request.act);
      if (target === undefined)
        throw new AppError('no-such-act', 'there is no such act in this workspace', { place: request.act });
      const undone = target.kind === 'undone' ? acts.find(({ id }) => id === target.supersedes) : undefined;
      if (target.kind !== 'decided' && undone?.kind !== 'decided')
        throw new AppError(
          'refused-by-rule',
          `an act of kind "${target.kind}" is no decision on a hit; "panel claims undo" takes reviews back`,
          { place: request.act },
        );
      const [act] = await held.record.append([
        {
          kind: 'undone',
          by: { person: personName(request.by) },
          body: jsonOf({ undoes: target.id, reason: request.reason ?? null }),
          supersedes: target.id as ActId,
        },
      ]);
      return act as Act;
    },
  );
}
