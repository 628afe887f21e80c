import { memoized } from '../../../core/memoized.ts';
import { type CalendarDate, utcDateOf } from '../../../core/time/calendar.ts';
import { type Entity, valuesOf } from '../../../entities/entity.ts';
import type { Act, ActDraft } from '../../../record/log/act.ts';
import type { Question } from '../../../screening/question.ts';
import {
  type AlignedPart,
  DEFAULT_LIMIT,
  DEFAULT_THRESHOLD,
  type Hit,
  type ScreenOptions,
  screenAligned,
} from '../../../screening/screen.ts';
import { screeningLog } from '../../acts/screening-acts.ts';
import type { Snapshot } from '../../derivation/derivation.ts';
import { AppError } from '../../errors.ts';
import { heldLists } from '../../lists/lists-in-workspace.ts';
import type { LoadedLists } from '../../lists/screening-index.ts';
import { silentProgress } from '../../progress.ts';
import { listAgeNote } from '../../screening/list-age.ts';
import { type AskedName, questionOf } from '../../screening/screen-question.ts';
import {
  checkDecision,
  type DecisionInput,
  decidedDraft,
  entityById,
  type HeldDecision,
  heldDecisions,
  type RememberedDecision,
  recallDecision,
} from '../../screening/screening-decisions.ts';
import { loadHeldLists } from '../../screening/screening-in-workspace.ts';
import type { ActsDone } from '../contract/record/act.ts';
import type { DecisionList, ScreeningAnswer, ScreeningDecision, ScreeningHit } from '../contract/screening.ts';
import type { Workbench } from '../held/workbench.ts';
import { askedLists } from './lists.ts';

/** A question as the desk asks it: a number alone is a question too. */
type DeskQuestion = Omit<AskedName, 'name'> & { readonly name?: string | undefined };

export type ScreeningQuery = DeskQuestion & {
  readonly threshold?: number | undefined;
  readonly limit?: number | undefined;
  readonly asOf?: CalendarDate | undefined;
};

type Asked = Pick<LoadedLists, 'index' | 'versions'>;

/** The decisions in force after some acts. */
export const decisionsIn = memoized((acts: readonly Act[]) => heldDecisions(acts));

/** One question against the workspace's lists. It is looked at only: a decision logs it, and so does a file of questions. */
export async function screeningAnswer(
  workbench: Workbench,
  snapshot: Snapshot,
  query: ScreeningQuery,
  now: Date,
): Promise<ScreeningAnswer> {
  const lists = await listsFor(workbench, snapshot, query.asOf);
  if (lists === null) return { hits: [], lists: [], milliseconds: 0 };
  const question = questionOf({ ...query, name: query.name ?? '' });
  const began = performance.now();
  const hits = isEmpty(question) ? [] : screenAligned(lists.index, question, optionsOf(query));
  const milliseconds = Math.round((performance.now() - began) * 10) / 10;
  const decisions = decisionsIn(snapshot.acts);
  const day = query.asOf ?? utcDateOf(now);
  return {
    hits: hits.map((hit) => {
      const entity = entityById(lists.index, hit.entityId);
      const documents = [...new Set((entity?.values ?? []).map(({ source }) => source.document))];
      return { ...hitOf(hit, entity, question, decisions), listAge: listAgeNote(documents, lists.versions, day) };
    }),
    lists: askedLists(snapshot, lists),
    milliseconds,
  };
}

/**
 * What is decided on a listed subject, logged with the question, the lists by hash and what was found; `leaves` of a decision on a
 * subject of the documents.
 */
export async function decideOnHit(
  workbench: Workbench,
  snapshot: Snapshot,
  request: Omit<DecisionInput, 'question'> & { readonly question: DeskQuestion; readonly entityId: string },
  leaves?: readonly string[],
): Promise<ActsDone> {
  const lists = await listsFor(workbench, snapshot, undefined);
  const checked = {
    ...checkDecision({ ...request, question: { ...request.question, name: request.question.name ?? '' } }),
    ...(leaves === undefined ? {} : { leaves }),
  };
  const entity = lists === null ? undefined : entityById(lists.index, request.entityId);
  if (lists === null || entity === undefined)
    throw new AppError('no-such-entity', 'no list of this workspace has this entry now', { place: request.entityId });
  const options = optionsOf({});
  const hits = screenAligned(lists.index, checked.question, options);
  const screened = await screenedDrafts(lists, options, checked.question, hits);
  return await workbench.act(() => [...screened, decidedDraft(checked, entity)]);
}

/** The act that logs one screening, as the log of screenings words it. */
async function screenedDrafts(
  { versions }: Asked,
  options: ScreenOptions,
  question: Question,
  hits: readonly Hit[],
): Promise<readonly ActDraft[]> {
  const drafts: ActDraft[] = [];
  const collect = {
    append: async (some: readonly ActDraft[]) => {
      drafts.push(...some);
      return [];
    },
  };
  const log = screeningLog(collect, versions, options);
  log.note(question, hits);
  await log.finish();
  return drafts;
}

/** Decisions in force, the newest first. */
export function decisionList({ acts }: Snapshot): DecisionList {
  return {
    decisions: decisionsIn(acts)
      .map((held) => decisionOf(held, `${held.entity.caption} (${held.entity.id})`))
      .toReversed(),
  };
}

function isEmpty({ names, numbers = [], imoNumbers = [] }: Question): boolean {
  return names.length + numbers.length + imoNumbers.length === 0;
}

function optionsOf({ threshold = DEFAULT_THRESHOLD, limit = DEFAULT_LIMIT, asOf }: ScreeningQuery) {
  return { threshold, limit, match: DEFAULT_THRESHOLD, asOf: asOf ?? null };
}

/** Lists of all versions, as they were last asked for as of a day. */
const dated = new WeakMap<Workbench, { readonly key: string; readonly lists: Promise<LoadedLists> }>();

/** The lists to ask: today the newest versions; as of a day all of them, since older ones tell who was listed then. */
async function listsFor(
  workbench: Workbench,
  { acts }: Snapshot,
  asOf: CalendarDate | undefined,
): Promise<Asked | null> {
  const service = await workbench.screening.service();
  if (service === null) return null;
  const held = heldLists(acts);
  if (asOf === undefined || held.length === 0) return { index: service.entities.index, versions: service.versions };
  const key = held.map(({ document }) => document).join(' ');
  const known = dated.get(workbench);
  if (known?.key === key) return await known.lists;
  const lists = loadHeldLists(workbench.held, acts, asOf, silentProgress);
  dated.set(workbench, { key, lists });
  return await lists;
}

function hitOf(
  hit: Hit & { readonly aligned: readonly AlignedPart[] },
  entity: Entity | undefined,
  question: Question,
  decisions: readonly HeldDecision[],
): Omit<ScreeningHit, 'listAge'> {
  const recalled = entity === undefined ? null : recallDecision(decisions, question, entity);
  return { ...entryOf(hit, entity), decision: recalled === null ? null : recalledOf(recalled, decisions) };
}

/** A hit with what its list says of the entry, before anybody's word on it. */
export function entryOf(
  {
    entityId,
    caption,
    rank,
    score,
    support,
    match,
    reasons,
    aligned,
  }: Hit & { readonly aligned: readonly AlignedPart[] },
  entity: Entity | undefined,
): Omit<ScreeningHit, 'listAge' | 'decision'> {
  const values = (...props: string[]): readonly string[] => (entity === undefined ? [] : valuesOf(entity, ...props));
  return {
    entityId,
    caption,
    rank,
    score,
    support,
    match,
    reasons,
    aligned,
    dataset: entity?.dataset ?? '',
    schema: entity?.schema ?? '',
    names: values('name', 'alias', 'weakAlias', 'previousName'),
    birthDates: values('birthDate'),
    countries: values('country', 'nationality', 'citizenship', 'jurisdiction', 'flag', 'mainCountry'),
    numbers: numbersOf(entity),
    listedOn: entity?.listing?.listedOn ?? null,
    program: entity?.listing?.program ?? null,
  };
}

/** Numbers of documents, registrations and ships, as the list has them. */
function numbersOf(entity: Entity | undefined): readonly string[] {
  const numbers = (entity?.values ?? []).filter(({ prop }) => /(Number|Code|imo|mmsi|callSign)$/i.test(prop));
  return [...new Set(numbers.map(({ value }) => value))];
}

/** A remembered decision whole, as a page shows it. */
export function recalledOf(recalled: RememberedDecision, decisions: readonly HeldDecision[]): ScreeningDecision | null {
  const held = decisions.find(({ act }) => act === recalled.act);
  return held === undefined ? null : decisionOf(held, recalled.note);
}

function decisionOf(
  { act, decision, reason, by, at, question, entity }: HeldDecision,
  note: string,
): ScreeningDecision {
  const asked = question as Question;
  const name = [...asked.names, ...(asked.imoNumbers ?? []).map((number) => `IMO ${number}`), ...(asked.numbers ?? [])];
  return { act, decision, reason, by, at, note, name: name.join(', '), entityId: entity.id, caption: entity.caption };
}
