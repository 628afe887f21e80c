import { utcDateOf } from '../../../core/time/calendar.ts';
import { csvOf } from '../../../screening/batch.ts';
import { screenAligned } from '../../../screening/screen.ts';
import type { Snapshot } from '../../derivation/derivation.ts';
import { AppError } from '../../errors.ts';
import { listAgeNote } from '../../screening/list-age.ts';
import { type BatchReply, type ScreenedBatch, screenedBatches } from '../../screening/screened-batches.ts';
import { entityById, type HeldDecision, recallDecision } from '../../screening/screening-decisions.ts';
import type { BatchAnswerRow, BatchList, BatchPage, BatchSummary } from '../contract/screening.ts';
import { type PageQuery, pageOf } from '../held/page.ts';
import type { Workbench } from '../held/workbench.ts';
import { decisionsIn, entryOf, recalledOf } from './screening.ts';

type Lists = NonNullable<Awaited<ReturnType<Workbench['screening']['service']>>>;

/** One hit of a row, with what was decided on it. */
type Weighed = {
  readonly hit: BatchReply['hits'][number];
  readonly decision: ReturnType<typeof recallDecision>;
  readonly open: boolean;
};

/** Files of names that the record tells of: reviewing them goes on wherever somebody stopped. */
export async function batchList(workbench: Workbench, { acts }: Snapshot): Promise<BatchList> {
  const lists = await workbench.screening.service();
  return { batches: screenedBatches(acts).map((batch) => summaryOf(batch, lists, decisionsIn(acts))) };
}

function summaryOf(batch: ScreenedBatch, lists: Lists | null, decisions: readonly HeldDecision[]): BatchSummary {
  const { id, file, at, isWhole, answers } = batch;
  const weighed = answers.map((answer) => weigh(answer, lists, decisions));
  return {
    id,
    file,
    at,
    whole: isWhole,
    rows: answers.length,
    withHits: answers.filter(({ hits }) => hits.length > 0).length,
    hits: weighed.flat().length,
    open: weighed.flat().filter(({ open }) => open).length,
  };
}

function weigh(
  { question, hits }: BatchReply,
  lists: Lists | null,
  decisions: readonly HeldDecision[],
): readonly Weighed[] {
  return hits.map((hit) => {
    const entity = lists === null ? undefined : entityById(lists.entities.index, hit.entityId);
    const decision = entity === undefined ? null : recallDecision(decisions, question, entity);
    return { hit, decision, open: decision === null || decision.changed === 'entry' };
  });
}

/** The rows of a screened file that have hits. @throws AppError `no-such-report` */
export async function batchPage(
  workbench: Workbench,
  { acts }: Snapshot,
  id: string,
  { state, ...page }: PageQuery & { readonly state?: 'open' | 'decided' | undefined },
  now: Date,
): Promise<BatchPage> {
  const batch = batchById(acts, id);
  const lists = await workbench.screening.service();
  const decisions = decisionsIn(acts);
  const rows = batch.answers
    .map((answer, at) => ({ answer, at, weighed: weigh(answer, lists, decisions) }))
    .filter(
      ({ weighed }) =>
        weighed.length > 0 && (state === undefined || weighed.some(({ open }) => open) === (state === 'open')),
    );
  const found = pageOf(rows, ({ at }) => String(at), page, { id, state });
  return {
    ...found,
    items: found.items.map(({ answer, at, weighed }) => rowOf(answer, at, weighed, lists, decisions, now)),
    summary: summaryOf(batch, lists, decisions),
  };
}

function rowOf(
  { question }: BatchReply,
  at: number,
  weighed: readonly Weighed[],
  lists: Lists | null,
  decisions: readonly HeldDecision[],
  now: Date,
): BatchAnswerRow {
  const { names, schema, birthDates = [], countries = [], numbers = [], imoNumbers = [] } = question;
  const least = Math.max(0, Math.min(1, ...weighed.map(({ hit }) => hit.score)) - 0.02);
  const aligned = lists === null ? [] : screenAligned(lists.entities.index, question, { threshold: least });
  const one = (values: readonly string[]): string | undefined => (values.length === 1 ? values[0] : undefined);
  const fields = {
    name: names[0],
    schema: schema === undefined || schema === '' ? undefined : schema,
    birthDate: one(birthDates),
    country: one(countries),
    idNumber: one(numbers),
    imoNumber: one(imoNumbers),
  };
  return {
    id: String(at),
    row: question.id ?? String(at + 1),
    asked: [...names, ...numbers, ...imoNumbers.map((number) => `IMO ${number}`)].join(', '),
    question: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    hits: weighed.map(({ hit, decision, open }) => {
      const entity = lists === null ? undefined : entityById(lists.entities.index, hit.entityId);
      const standing = aligned.find(({ entityId }) => entityId === hit.entityId);
      const documents = [...new Set((entity?.values ?? []).map(({ source }) => source.document))];
      return {
        hit: {
          ...entryOf(
            standing === undefined
              ? {
                  ...hit,
                  support: 0,
                  caption: entity?.caption ?? hit.entityId,
                  reasons: ['no list held now has this entry'],
                  aligned: [],
                }
              : { ...standing, score: hit.score, match: hit.match, rank: hit.rank },
            entity,
          ),
          decision: decision === null ? null : recalledOf(decision, decisions),
          listAge: listAgeNote(documents, lists?.versions ?? [], utcDateOf(now)),
        },
        open,
      };
    }),
  };
}

/** A screened file with what was decided, as CSV. @throws AppError `no-such-report` */
export async function batchFile(workbench: Workbench, { acts }: Snapshot, id: string): Promise<string> {
  const batch = batchById(acts, id);
  const lists = await workbench.screening.service();
  const decisions = decisionsIn(acts);
  const rows = batch.answers.flatMap((answer, at) => {
    const { question } = answer;
    const asked = [question.id ?? String(at + 1), question.names.join('; ')];
    const weighed = weigh(answer, lists, decisions);
    if (weighed.length === 0) return [[...asked, '', '', '', 'no hit', '', '', '']];
    return weighed.map(({ hit, decision, open }) => {
      const entity = lists === null ? undefined : entityById(lists.entities.index, hit.entityId);
      const word =
        decision === null ? 'not decided' : open ? `${decision.decision}, entry changed since` : decision.decision;
      return [
        ...asked,
        hit.entityId,
        entity?.caption ?? '',
        hit.score.toFixed(3),
        word,
        decision?.by ?? '',
        decision?.at ?? '',
        decision?.reason ?? '',
      ];
    });
  });
  return csvOf([['id', 'name', 'entityId', 'caption', 'score', 'decision', 'by', 'at', 'reason'], ...rows]);
}

function batchById(acts: Snapshot['acts'], id: string): ScreenedBatch {
  const found = screenedBatches(acts).find((one) => one.id === id);
  if (found === undefined)
    throw new AppError('no-such-report', 'no file of names was screened by this act', { place: id.slice(0, 80) });
  return found;
}
