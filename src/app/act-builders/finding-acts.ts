import { EXTRACTOR_VERSION } from '../../claims/extraction.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { CREDIBILITIES } from '../../core/admiralty.ts';
import { isCalendarDate } from '../../core/time/calendar.ts';
import { madeFindingId, saysTheSame } from '../../findings/allegations/made-finding.ts';
import { counts } from '../../findings/model/counting.ts';
import type { Finding } from '../../findings/model/finding.ts';
import { PRIORITIES, STANCES } from '../../findings/model/hearing.ts';
import type { TakenTotal } from '../../findings/model/ledger-total.ts';
import type { TakenEvent } from '../../findings/model/track-evidence.ts';
import type { ActDraft, ActId } from '../../record/log/act.ts';
import { assess } from '../../regime/evaluation/assess.ts';
import type { Activity } from '../../regime/model/activity.ts';
import { jsonOf } from '../acts/acquire.ts';
import type { ChallengedBody, CorrectionBody, FoundBody, RecommendedBody, RepliedBody } from '../acts/act-body.ts';
import type { Dated } from '../acts/gathering.ts';
import type { Snapshot } from '../derivation/derivation.ts';
import { AppError } from '../errors.ts';
import { loadKnownRegime } from '../regimes.ts';
import { type ActBuilder, actBy, type ItemActBuilder, type Signature, type StandingItems } from './act-builder.ts';

/** What an act on a finding is drafted against. */
type FindingGround = Pick<StandingItems, 'findings' | 'evidence'>;

export type MakingRequest = Signature & {
  readonly title: string;
  readonly claims: readonly string[];
  readonly regime: string;
  readonly activity: Readonly<Record<string, unknown>>;
  /** The act of a made finding that this one takes the place of. */
  readonly replaces?: string | undefined;
};

/** Reads the total of a cap's period out of the ledger that a person chose, as the record stands. */
export type TotalReader = (snapshot: Snapshot, activity: Activity) => Promise<TakenTotal>;

/** Takes the events in tracks that a person chose, as they are found now. */
export type EventTaker = (snapshot: Snapshot) => Promise<readonly TakenEvent[]>;

/**
 * A finding that a person makes from claims. Nothing of its verdict or status is taken from the person, nor any figure: a total is
 * read out of the ledger that they chose.
 * @throws AppError `no-such-claim`, `no-such-regime`, `bad-option`, `refused-by-rule`; RegimeError for the activity
 */
export function buildFinding(request: MakingRequest, readTotal?: TotalReader, takeEvents?: EventTaker): ActBuilder {
  if (readTotal === undefined && takeEvents === undefined) return buildFromClaims(request);
  return async (snapshot) => {
    const { claims } = snapshot.derived;
    const events = takeEvents === undefined ? [] : await takeEvents(snapshot);
    if (readTotal === undefined) return [foundDraft(snapshot.derived, claims, request, undefined, events)];
    const activity = activityOf(request.activity);
    if (activity.periodTotal !== undefined && activity.periodTotal !== null)
      throw new AppError(
        'bad-option',
        'the activity states a total already; leave it out, or take none from a ledger',
        {
          place: 'activity',
        },
      );
    return [foundDraft(snapshot.derived, claims, request, await readTotal(snapshot, activity), events)];
  };
}

/** Worded against the claims that carry it and the findings that rest on any of these. */
function buildFromClaims(request: MakingRequest): ItemActBuilder {
  const claims = [...new Set(request.claims)];
  return {
    items: { findingsOn: claims },
    word: (standing) => ({
      claims,
      word: ({ claims: named }) => [foundDraft(standing, named, request, undefined, [])],
    }),
  };
}

function foundDraft(
  ground: FindingGround,
  among: readonly Claim[],
  request: MakingRequest,
  total: TakenTotal | undefined,
  events: readonly TakenEvent[],
): ActDraft {
  const title = textOf(request.title, 'title', LONGEST_LINE);
  const ids = [...new Set(request.claims)];
  const claims = ids.map((id) => claimOf(among, id));
  const rejected = claims.find((claim) => !counts(claim));
  if (rejected !== undefined)
    throw new AppError('refused-by-rule', `a ${rejected.status} claim carries no finding; accept it first`, {
      place: rejected.id,
    });
  if (!claims.some(({ polarity }) => polarity === 'asserts'))
    throw new AppError('bad-option', 'a finding needs at least one claim that asserts something', { place: 'claims' });
  const activity = activityOf(request.activity);
  assess(loadKnownRegime(request.regime), activity);
  const before = request.replaces === undefined ? null : earlier(ground.evidence.found, request.replaces, 'found');
  const id = before?.finding.id ?? madeFindingId(request.regime, activity, ids, total, events);
  const same = ground.findings.find((finding) => finding.id === id);
  if (before === null && same?.made)
    throw new AppError(
      'refused-by-rule',
      `this finding was made already, by ${same.made.by}; replace it to change it`,
      {
        place: same.made.act,
      },
    );
  const stated = { regime: request.regime, activity, claims: ids };
  const proposal = ground.findings.find((finding) => finding.made === null && saysTheSame(stated, finding));
  const body: FoundBody = {
    finding: {
      id,
      title,
      regime: request.regime,
      activity,
      claims,
      adopts: before?.finding.adopts ?? proposal?.id ?? null,
      ...(total === undefined ? {} : { total }),
      ...(events.length === 0 ? {} : { events }),
    },
    extractor: EXTRACTOR_VERSION,
    reason: reasonOf(request),
  };
  return draft('found', request, body, before?.act);
}

export type ReplyingRequest = Signature & {
  readonly finding: string;
  readonly party?: string | undefined;
  readonly sent?: string | undefined;
  readonly deadline?: string | null | undefined;
  readonly received?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly stance?: string | null | undefined;
  /** The act of the letter on which this came in; what is not said here stays as it was there. */
  readonly replaces?: string | undefined;
};

/** A letter to a party about a finding, or what came back on one. @throws AppError `no-such-finding`, `no-such-act`, `bad-option` */
export function buildReply(request: ReplyingRequest): ItemActBuilder {
  return { items: { findings: [request.finding] }, word: (standing) => [repliedDraft(standing, request)] };
}

function repliedDraft(ground: FindingGround, request: ReplyingRequest): ActDraft {
  const before = request.replaces === undefined ? null : earlier(ground.evidence.replies, request.replaces, 'replied');
  const finding = findingOf(ground, request.finding, before);
  const party = textOf(request.party ?? before?.party ?? '', 'party', LONGEST_LINE);
  const sent = dayOf(request.sent ?? before?.sent ?? '', 'sent');
  const deadline = dayOrNone(request.deadline, before?.deadline, 'deadline');
  const received = dayOrNone(request.received, before?.received, 'received');
  const text = textOrNone(request.text, before?.text, 'text');
  const stance = oneOf(STANCES, request.stance === undefined ? (before?.stance ?? null) : request.stance, 'stance');
  for (const [day, field] of [
    [deadline, 'deadline'],
    [received, 'received'],
  ] as const)
    if (day !== null && day < sent)
      throw new AppError('bad-option', `${day} is before the letter was sent (${sent})`, { place: field });
  if (received === null && (text !== null || stance !== null))
    throw new AppError('bad-option', 'say on which day the reply came in', { place: 'received' });
  const body: RepliedBody = { finding, party, sent, deadline, received, text, stance, reason: reasonOf(request) };
  return draft('replied', request, body, before?.act);
}

export type ChallengingRequest = Signature & {
  readonly finding: string;
  readonly from?: string | undefined;
  readonly date?: string | undefined;
  readonly text?: string | undefined;
  readonly assessment?: string | null | undefined;
  readonly credibility?: string | null | undefined;
  /** The act of the challenge that is weighed or put right here. */
  readonly replaces?: string | undefined;
};

/** A challenge to a finding, weighed or not yet. @throws AppError `no-such-finding`, `no-such-act`, `bad-option` */
export function buildChallenge(request: ChallengingRequest): ItemActBuilder {
  return { items: { findings: [request.finding] }, word: (standing) => [challengedDraft(standing, request)] };
}

function challengedDraft(ground: FindingGround, request: ChallengingRequest): ActDraft {
  const before =
    request.replaces === undefined ? null : earlier(ground.evidence.challenges, request.replaces, 'challenged');
  const finding = findingOf(ground, request.finding, before);
  const assessment = textOrNone(request.assessment, before?.assessment, 'assessment');
  const given = request.credibility === undefined ? (before?.credibility ?? null) : request.credibility;
  const credibility = oneOf(CREDIBILITIES, given, 'credibility');
  if (credibility !== null && assessment === null)
    throw new AppError('bad-option', 'a challenge is weighed with words: say why it is credible or not', {
      place: 'assessment',
    });
  const body: ChallengedBody = {
    finding,
    from: textOf(request.from ?? before?.from ?? '', 'from', LONGEST_LINE),
    date: dayOf(request.date ?? before?.date ?? '', 'date'),
    text: textOf(request.text ?? before?.text ?? '', 'text', LONGEST_TEXT),
    assessment,
    credibility,
    reason: reasonOf(request),
  };
  return draft('challenged', request, body, before?.act);
}

/** A correction of a finding. Its reason is printed and so required. @throws AppError `no-such-finding`, `bad-option` */
export function buildCorrection(
  request: Signature & { readonly finding: string; readonly text: string },
): ItemActBuilder {
  return { items: { findings: [request.finding] }, word: (standing) => [correctionDraft(standing, request)] };
}

function correctionDraft(
  ground: FindingGround,
  request: Signature & { readonly finding: string; readonly text: string },
): ActDraft {
  const reason = textOf(request.reason ?? '', 'reason', LONGEST_TEXT);
  const body: CorrectionBody = {
    finding: findingOf(ground, request.finding, null),
    text: textOf(request.text, 'text', LONGEST_TEXT),
    reason,
  };
  return draft('corrected', request, body);
}

export type RecommendingRequest = Signature & {
  readonly finding: string;
  readonly text: string;
  readonly addressee: string;
  readonly priority?: string | null | undefined;
};

/** What should be done because of a finding, and by whom. @throws AppError `no-such-finding`, `bad-option` */
export function buildRecommendation(request: RecommendingRequest): ItemActBuilder {
  return { items: { findings: [request.finding] }, word: (standing) => [recommendedDraft(standing, request)] };
}

function recommendedDraft(ground: FindingGround, request: RecommendingRequest): ActDraft {
  const body: RecommendedBody = {
    finding: findingOf(ground, request.finding, null),
    text: textOf(request.text, 'text', LONGEST_TEXT),
    addressee: textOf(request.addressee, 'addressee', LONGEST_LINE),
    priority: oneOf(PRIORITIES, request.priority ?? null, 'priority'),
    reason: reasonOf(request),
  };
  return draft('recommended', request, body);
}

const LONGEST_LINE = 300;
const LONGEST_TEXT = 20_000;

function draft(kind: ActDraft['kind'], { by }: Signature, body: object, supersedes?: string): ActDraft {
  return {
    ...actBy({ by: textOf(by, 'by', LONGEST_LINE) }, kind, body),
    ...(supersedes === undefined ? {} : { supersedes: supersedes as ActId }),
  };
}

function reasonOf({ reason }: Signature): string | null {
  return reason === undefined || reason === null || reason.trim() === ''
    ? null
    : textOf(reason, 'reason', LONGEST_TEXT);
}

function claimOf(claims: readonly Claim[], id: string): Claim {
  const claim = claims.find((one) => one.id === id);
  if (claim === undefined)
    throw new AppError('no-such-claim', 'there is no such claim in this workspace; "panel claims" lists them', {
      place: id,
    });
  return claim;
}

/** The finding that an act speaks of; an earlier act on one that is derived no more may still be answered. */
function findingOf(
  { findings }: FindingGround,
  id: string,
  before: { readonly finding: Pick<Finding, 'id' | 'title'>; readonly act: string } | null,
): Pick<Finding, 'id' | 'title'> {
  const finding = findings.find((one) => one.id === id);
  // What was said of a proposal is shown under the finding that took it over, and may be answered there.
  if (before !== null && before.finding.id !== id && finding?.made?.adopts !== before.finding.id)
    throw new AppError('bad-option', `act ${before.act} is about another finding (${before.finding.id})`, {
      place: id,
    });
  if (finding !== undefined) return { id: before?.finding.id ?? id, title: finding.title };
  if (before !== null) return before.finding;
  throw new AppError('no-such-finding', 'there is no such finding in this workspace; "panel findings" lists them', {
    place: id,
  });
}

function earlier<Body>(held: readonly Dated<Body>[], act: string, kind: ActDraft['kind']): Dated<Body> {
  const found = held.find((one) => one.act === act);
  if (found === undefined)
    throw new AppError('no-such-act', `there is no act of kind "${kind}" in force with this id`, { place: act });
  return found;
}

function activityOf(given: Readonly<Record<string, unknown>>): Activity {
  if (typeof given.date !== 'string' || typeof given.act !== 'string')
    throw new AppError(
      'bad-option',
      'an activity needs its date and act, such as {"date":"2018-06-01","act":"supply","goods":{"hs":"2710"},"from":"CN","to":"KP"}',
      { place: 'activity' },
    );
  return jsonOf(given) as unknown as Activity;
}

/** @throws AppError `bad-option` */
function textOf(text: string, field: string, longest: number): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new AppError('bad-option', 'this must be given', { place: field });
  if (trimmed.length > longest)
    throw new AppError('bad-option', `at most ${longest} characters can be printed here`, { place: field });
  return trimmed.toWellFormed();
}

/** A value given now, else as it was; null takes it away. */
function textOrNone(given: string | null | undefined, before: string | null | undefined, field: string): string | null {
  const value = given === undefined ? (before ?? null) : given;
  return value === null || value.trim() === '' ? null : textOf(value, field, LONGEST_TEXT);
}

function dayOf(given: string, field: string): string {
  if (!isCalendarDate(given)) throw new AppError('bad-option', 'a day is written as 2024-03-28', { place: field });
  return given;
}

function dayOrNone(given: string | null | undefined, before: string | null | undefined, field: string): string | null {
  const value = given === undefined ? (before ?? null) : given;
  return value === null || value === '' ? null : dayOf(value, field);
}

function oneOf<const Words extends readonly string[]>(
  words: Words,
  given: string | null,
  field: string,
): Words[number] | null {
  if (given === null || given === '') return null;
  if (!words.includes(given))
    throw new AppError('bad-option', `"${given}" is none of ${words.join(', ')}`, { place: field });
  return given;
}
