import type { OriginCluster } from '../../../claims/comparison/independence.ts';
import type { Claim } from '../../../claims/model/claim.ts';
import { openPauses } from '../../../core/steps.ts';
import { assertionBlocks, type ClaimBlock, deniableAmong } from '../../../findings/allegations/claim-blocks.ts';
import { deniableKeys, denyingKeys } from '../../../findings/allegations/denial-keys.ts';
import { ANSWER_REACH } from '../../../findings/allegations/denials-among.ts';
import { proposalId } from '../../../findings/allegations/question.ts';
import type { AskedOfClaims } from '../../../findings/allegations/test-allegations.ts';
import type { Incident } from '../../../findings/comparison/incident.ts';
import type { ComparisonTopic } from '../../../findings/model/comparison.ts';
import { counts } from '../../../findings/model/counting.ts';
import type { Finding } from '../../../findings/model/finding.ts';
import type { Regime } from '../../../regime/model/regime.ts';
import type { Blocks, HeldBlock } from '../../../store/blocks.ts';
import type { Details } from '../../../store/details.ts';
import type { Evidence } from '../../acts/evidence.ts';
import type { DocumentReading } from '../derivation.ts';
import { proposalReviews } from '../proposal-reviews.ts';
import { type GreatSources, greatComparisons } from './great-comparisons.ts';
import { openReadings, type ReadingSources, type Readings } from './readings.ts';
import type { Spoken } from './touched-by-acts.ts';
import { type TouchedClaim, touchedClaims } from './touched-claims.ts';
import type { TouchedMemory } from './touched-memory.ts';

/** Whom `reachOf` asks: the tables as they stood before the acts, and single documents as they stand now. */
export type ReachSources = ReadingSources & {
  readonly blocks: Blocks;
  readonly details: Pick<Details, 'claims' | 'documentsOf' | 'findingsOn'>;
};

/** All that acts can move, with the claims from which it is worked out. */
export type Reach = {
  /**
   * The documents of all claims below, in the order in which they came in; those that were not spoken of may be without their texts, and
   * without claims that decide nothing here.
   */
  readonly readings: readonly DocumentReading[];
  readonly places: ReadonlyMap<string, number>;
  /** Where a claim stands among all of its document. */
  readonly placeOfClaim: Readings['placeOf'];
  /** Documents whose own claims were spoken of. */
  readonly documents: ReadonlySet<string>;
  /** Figures in the blocks that are laid side by side again, those of great comparisons left out. */
  readonly figures: readonly HeldBlock[];
  /** The great comparisons among what acts can move, as they are now. */
  readonly great: readonly ComparisonTopic[];
  /** Those of the other blocks of figures that acts can move; the rest are asked what they contradict. */
  readonly movedFigures: ReadonlySet<string>;
  /** The claims of events that are gathered again. */
  readonly events: ReadonlySet<string>;
  /** The questions that are answered again, by the ids of their proposals. */
  readonly questions: ReadonlySet<string>;
  /** Claims whose leads are worked out again. */
  readonly leading: ReadonlySet<string>;
  /** What is asked of the claims: all that decides the questions and the leads. */
  readonly asked: AskedOfClaims;
  /** Findings that people made and that are derived again; the others stand as the tables have them. */
  readonly remade: ReadonlySet<string>;
  readonly standing: readonly Finding[];
  /** What the tables hold of all that. */
  readonly held: {
    /** Which origins count as one by all claims. */
    readonly origins: readonly Omit<OriginCluster, 'claims'>[];
    /** The blocks that were gathered among all claims, of the claims of the documents that were spoken of. */
    readonly gathered: readonly ClaimBlock[];
    readonly comparisons: readonly string[];
    readonly incidents: readonly Incident[];
    readonly findings: readonly string[];
  };
};

/**
 * What acts that spoke of some claims can move. Null where that is more than the tables tell by their blocks: a claim that tells
 * something else than before, text that was read off a picture, claimants that people judged to be one.
 */
export async function reachOf(
  spoken: Spoken,
  evidence: Evidence,
  regimes: readonly Regime[],
  sources: ReachSources,
  memory: Pick<TouchedMemory, 'index' | 'relations'>,
): Promise<Reach | null> {
  if (isJudgedAtLarge(evidence)) return null;
  const { blocks, details } = sources;
  const pause = openPauses();
  const readings = openReadings(sources, evidence);
  const made = await blocks.made();
  const named = new Set([
    ...spoken.claims,
    ...(await blocks.findings(spoken.findings)).flatMap(({ claims }) => claims),
    ...evidence.found.flatMap(({ finding }) => (isSpokenOf(finding, spoken) ? finding.claims.map(({ id }) => id) : [])),
  ]);
  const touchedNow = await touchedClaims([...named], details, readings);
  if (touchedNow === null) return null;

  const claims = touchedNow.map(({ claim }) => claim);
  const documents = new Set<string>(claims.map(({ document }) => document));
  const turned = touchedNow.filter(({ was, claim }) => claim.polarity === 'denies' && counts(was) !== counts(claim));
  const met = await metByDenials(turned, blocks);
  const metIds = new Set(met.map(({ id }) => id));
  const isTouched = ({ id, claims: own }: Finding): boolean => metIds.has(id) || own.some((claim) => named.has(claim));
  const [held, touched] = [new Set(made.map(({ id }) => id)), new Set(made.filter(isTouched).map(({ id }) => id))];
  // A finding in the tables is without the claims that were rejected: what it cites, the person said.
  const remaking = evidence.found.filter(
    ({ finding: { id, claims: cited } }) =>
      !held.has(id) || touched.has(id) || cited.some((claim) => named.has(claim.id)),
  );
  const found = new Set(evidence.found.map(({ finding: { id } }) => id));
  const remade = new Set(remaking.map(({ finding: { id } }) => id));

  const seeds = new Set([
    ...named,
    ...remaking.flatMap(({ finding }) => finding.claims.map(({ id }) => id)),
    ...answeredNear(
      turned.map(({ claim }) => claim),
      readings,
    ),
  ]);
  const questions = new Set([
    ...blocksOfKind(await blocks.of([...seeds]), 'question'),
    ...claims.flatMap((claim) => blocksOfKind(assertionBlocks(claim, regimes), 'question')),
    ...met.map(({ regime, allegation }) => proposalId(regime, allegation, false)),
  ]);
  const leading = new Set([...seeds, ...claimsOf(await blocks.within('question', [...questions]))]);
  // Whether a claim stands behind another finding decides whether it is a lead.
  await pause();
  const besides = blocksOfKind(await blocks.of([...leading]), 'question').filter((one) => !questions.has(one));
  const testing = new Set([...leading, ...claimsOf(await blocks.within('question', besides))]);
  // What a text says right after an allegation takes it back or denies it.
  const answering = await blocks.around([...testing], ANSWER_REACH);
  if (!(await readings.take(new Map(answering.map(({ around, document }) => [around, document]))))) return null;
  await pause();
  const alleging = [...testing].flatMap((id) => readings.claimOf(id) ?? []);
  const remadeKeys = remaking.flatMap(({ finding: { activity, claims: own } }) =>
    deniableKeys({ act: activity.act, from: activity.from ?? null, to: activity.to ?? null }, own),
  );
  await pause();
  const denying = await blocks.within('denial', [...new Set([...deniableAmong(alleging, regimes), ...remadeKeys])]);

  // Of claims whose status changes a comparison leaves out the rejected ones; whether a person accepted the others is nothing to it.
  const left = touchedNow.filter(({ was, claim }) => isRejected(was) !== isRejected(claim));
  const compared = await comparedAround(left, spoken.compared, evidence, { ...memory, blocks, readings });
  if (compared === null) return null;
  const { figures, great, movedFigures } = compared;
  await pause();
  const events = await eventsAround(named, evidence, blocks);
  await pause();

  const beside = new Map([...denying, ...figures].map(({ claim, document }) => [claim, document]));
  const linked = await details.documentsOf([...events].filter((id) => !beside.has(id)));
  if (!(await readings.take(new Map([...beside, ...linked])))) return null;
  await pause();
  const all = readings.taken();
  const places = await blocks.placesOf(all.map(({ document }) => document.document));
  const place = ({ document }: DocumentReading): number => places.get(document.document) ?? 0;
  return {
    readings: [...all].sort((a, b) => place(a) - place(b)),
    places,
    placeOfClaim: readings.placeOf,
    documents,
    figures,
    great,
    movedFigures,
    events,
    questions,
    leading,
    asked: { claims: testing, questions: new Set([...questions, ...besides]) },
    remade,
    standing: made.filter(({ id }) => found.has(id) && !remade.has(id)),
    held: {
      origins: await blocks.origins(),
      gathered: await gatheredIn(
        [...documents].flatMap((id) => readings.claimsIn(id)),
        blocks,
      ),
      comparisons: await blocks.comparisonsOf(
        figures.flatMap(({ item, block }) => (movedFigures.has(block) ? [item] : [])),
      ),
      incidents: await blocks.incidentsOn([...events]),
      findings: [
        ...(await details.findingsOn([...leading])).filter((finding) => isOn(finding, questions)),
        ...made.filter(({ id }) => !found.has(id) || remade.has(id)),
      ].map(({ id }) => id),
    },
  };
}

/**
 * The findings that denials meet which count now and did not, or did and do not: those that cite them, and those that they can be of.
 * A denial that counts as before is the same to every finding.
 */
async function metByDenials(turned: readonly TouchedClaim[], blocks: Blocks): Promise<readonly Finding[]> {
  const met = await blocks.deniable([...new Set(turned.flatMap(({ claim }) => denyingKeys(claim)))]);
  const [added, dropped] = [turned.filter(({ was }) => !counts(was)), turned.filter(({ was }) => counts(was))];
  if (added.length > 0) return met;
  const cited = new Set(dropped.map(({ claim }) => claim.id as string));
  return met.filter(({ dissents }) => dissents.some(({ claim }) => cited.has(claim)));
}

function isRejected({ status }: Claim): boolean {
  return status === 'rejected';
}

/** Whether acts spoke of a finding that a person made, or of the proposal that it took over: what is said of that is said of it. */
function isSpokenOf({ id, adopts }: Evidence['found'][number]['finding'], { findings }: Spoken): boolean {
  return findings.includes(id) || (adopts !== null && findings.includes(adopts));
}

/** Whether a proposal answers one of some questions. */
export function isOn({ made, regime, allegation }: Finding, questions: ReadonlySet<string>): boolean {
  return made === null && questions.has(proposalId(regime, allegation, false));
}

/** What people judged of claimants binds claims that stand in no block together, and a total is read from ledgers. */
function isJudgedAtLarge({ subjectJudgements, found }: Evidence): boolean {
  return subjectJudgements.length > 0 || found.some(({ finding }) => finding.total !== undefined);
}

/** Claims before denials that can answer what stands right before them. */
function answeredNear(denials: readonly Claim[], readings: Readings): readonly string[] {
  return denials
    .filter(({ predicate }) => predicate === 'denied')
    .flatMap((denial) =>
      readings
        .claimsIn(denial.document)
        .filter(({ start, end }) => start <= denial.start && denial.start - end <= ANSWER_REACH)
        .map(({ id }) => id),
    );
}

/** Claims that may tell one event with any of some, by their blocks and by what people linked. */
async function eventsAround(
  claims: ReadonlySet<string>,
  { links }: Evidence,
  blocks: Blocks,
): Promise<ReadonlySet<string>> {
  const around = new Set(claims);
  for (let size = -1; around.size > size; ) {
    size = around.size;
    for (const id of claimsOf(await blocks.within('event', blocksOfKind(await blocks.of([...around]), 'event'))))
      around.add(id);
    for (const { claims: linked } of links)
      if (linked.some(({ id }) => around.has(id))) for (const { id } of linked) around.add(id);
  }
  return around;
}

/** What is laid side by side again where claims have left their comparisons or come back, or others were spoken of; null where a claim is not there. */
async function comparedAround(
  left: readonly TouchedClaim[],
  spokenOf: readonly string[],
  evidence: Evidence,
  sources: GreatSources & { readonly blocks: Pick<Blocks, 'within'> },
): Promise<Pick<Reach, 'figures' | 'great' | 'movedFigures'> | null> {
  const { blocks } = sources;
  const blocksOf = async (claims: readonly string[]): Promise<readonly string[]> =>
    blocksOfKind(await blocks.of(claims), 'figures');
  const words = proposalReviews(evidence, 'comparison').all;
  const moved = await blocksOf([...spokenOf, ...left.map(({ claim }) => claim.id)]);
  const contested = await blocksOf(words.filter(({ status }) => status === 'accepted').flatMap(({ seen }) => seen));
  const reviewed = new Set(await blocksOf(words.flatMap(({ seen }) => seen)));
  const unreviewed = moved.filter((block) => !reviewed.has(block));
  const great = await greatComparisons(unreviewed, left, sources);
  if (great === null) return null;
  const movedFigures = new Set(moved.filter((block) => !great.has(block)));
  const figures = await blocks.within('figures', [...new Set([...movedFigures, ...contested])]);
  return { figures, great: [...great.values()], movedFigures };
}

async function gatheredIn(claims: readonly Claim[], blocks: Blocks): Promise<readonly ClaimBlock[]> {
  const held = await blocks.of(claims.map(({ id }) => id));
  return held.flatMap(({ claim, kind, item, block }) =>
    kind === 'figures' || kind === 'event' ? [{ claim, kind, item, block }] : [],
  );
}

function blocksOfKind(held: readonly Pick<HeldBlock, 'kind' | 'block'>[], kind: string): readonly string[] {
  return [...new Set(held.flatMap((one) => (one.kind === kind ? [one.block] : [])))];
}

function claimsOf(held: readonly HeldBlock[]): readonly string[] {
  return [...new Set(held.map(({ claim }) => claim))];
}
