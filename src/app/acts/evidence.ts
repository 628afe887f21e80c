import type { output, ZodSafeParseResult, ZodType } from 'zod';
import type { DocumentId } from '../../core/hash.ts';
import type { Custody } from '../../documents/custody/custody.ts';
import type { Act } from '../../record/log/act.ts';
import {
  acquiredBody,
  type ChallengedBody,
  type CorrectionBody,
  challengedBody,
  correctedBody,
  correctionBody,
  type DecidedBody,
  type DossierFacts,
  decidedBody,
  dossierBody,
  type FoundBody,
  foundBody,
  type GradedBody,
  gradedBody,
  type JudgedBody,
  judgedBody,
  type LinkedBody,
  linkedBody,
  type NamesScreenedBody,
  namesScreenedBody,
  policyBody,
  type ProposalReviewBody,
  proposalReviewBody,
  type RecommendedBody,
  type RefusedBody,
  type RepliedBody,
  type ReviewedBody,
  recommendedBody,
  redactedBody,
  refusedBody,
  repliedBody,
  reviewedBody,
  type SourceFacts,
  sourceBody,
} from './act-body.ts';

/** An act's body with the act's own facts. */
export type Dated<Body> = Body & { readonly act: string; readonly at: string; readonly by: string };

export type AcquiredDocument = { readonly act: string; readonly document: DocumentId; readonly custody: Custody };

export type Refusal = RefusedBody & { readonly act: string };

/** What the acts of a record say, in their order, later acts having superseded earlier ones. */
export type Evidence = {
  readonly dossier: DossierFacts | null;
  readonly sources: ReadonlyMap<string, SourceFacts>;
  /** Text of the policy by which the record is cosigned; null where none was named. */
  readonly policy: string | null;
  /** Act by which the dossier of this title was first described: what was acquired since belongs to it. */
  readonly dossierSince: string | null;
  /** Each document once, as it was first acquired, with what was corrected since. */
  readonly documents: readonly AcquiredDocument[];
  /** Documents whose bytes were withheld, with the act that says so. */
  readonly withheld: ReadonlyMap<string, string>;
  /** Files that were offered and not taken in, and were not taken in later either. */
  readonly refusals: readonly Refusal[];
  readonly reviews: readonly Dated<ReviewedBody>[];
  /** What people said of findings and comparisons that the program proposes. */
  readonly proposalReviews: readonly Dated<ProposalReviewBody>[];
  readonly grades: readonly Dated<GradedBody>[];
  readonly links: readonly Dated<LinkedBody>[];
  readonly judgements: readonly Dated<JudgedBody>[];
  /** Findings that people made; of two acts on one id the later one counts. */
  readonly found: readonly Dated<FoundBody>[];
  readonly replies: readonly Dated<RepliedBody>[];
  readonly challenges: readonly Dated<ChallengedBody>[];
  /** Corrections of findings. */
  readonly corrections: readonly Dated<CorrectionBody>[];
  readonly recommendations: readonly Dated<RecommendedBody>[];
  /** The last screening of whom the claims name. */
  readonly namesScreened: Dated<NamesScreenedBody> | null;
  /** Decisions on hits of screenings. */
  readonly decisions: readonly Dated<DecidedBody>[];
};

/** Reads the evidence out of acts. Acts that were undone or superseded no longer speak. */
export function gatherEvidence(acts: readonly Act[]): Evidence {
  const silenced = silencedActs(acts);
  let dossier: DossierFacts | null = null;
  let dossierSince: string | null = null;
  let policy: string | null = null;
  const withheld = new Map<string, string>();
  const sources = new Map<string, SourceFacts>();
  const documents = new Map<string, AcquiredDocument>();
  const refusals = new Map<string, Refusal>();
  const reviews: Dated<ReviewedBody>[] = [];
  const proposalReviews: Dated<ProposalReviewBody>[] = [];
  const grades: Dated<GradedBody>[] = [];
  const links: Dated<LinkedBody>[] = [];
  const judgements: Dated<JudgedBody>[] = [];
  const found: Dated<FoundBody>[] = [];
  const replies: Dated<RepliedBody>[] = [];
  const challenges: Dated<ChallengedBody>[] = [];
  const corrections: Dated<CorrectionBody>[] = [];
  const recommendations: Dated<RecommendedBody>[] = [];
  const screenings: Dated<NamesScreenedBody>[] = [];
  const decisions: Dated<DecidedBody>[] = [];

  for (const act of acts) {
    if (silenced.has(act.id)) continue;
    const dated = { act: act.id, at: act.at, by: actorName(act.by) };
    switch (act.kind) {
      case 'described': {
        const source = parsedAs(sourceBody, act.body);
        if (source.success) sources.set(source.data.source.id, source.data.source);
        const named = parsedAs(policyBody, act.body);
        if (named.success) policy = named.data.policy.text;
        const described = parsedAs(dossierBody, act.body);
        if (described.success) {
          if (dossier?.title !== described.data.dossier.title) dossierSince = act.id;
          dossier = described.data.dossier;
        }
        break;
      }
      case 'acquired': {
        // A list is screened against, not read for claims (lists-in-workspace.ts).
        if ('list' in act.body) break;
        const acquired = parsedAs(acquiredBody, act.body);
        if (!acquired.success) break;
        const { document, custody } = acquired.data;
        if (!documents.has(document)) documents.set(document, { act: act.id, ...acquired.data });
        refusals.delete(custody.origin.fileName);
        if (custody.origin.place !== null) refusals.delete(custody.origin.place);
        break;
      }
      case 'corrected': {
        pushParsed(corrections, parsedAs(correctionBody, act.body), dated);
        const corrected = parsedAs(correctedBody, act.body);
        const known = corrected.success ? documents.get(corrected.data.document) : undefined;
        if (corrected.success && known !== undefined) {
          const origin = { ...known.custody.origin, ...corrected.data.origin };
          documents.set(known.document, { ...known, custody: { ...known.custody, origin } });
        }
        break;
      }
      case 'redacted': {
        const redacted = parsedAs(redactedBody, act.body);
        if (redacted.success) for (const document of redacted.data.documents) withheld.set(document, act.id);
        break;
      }
      case 'refused': {
        const refused = parsedAs(refusedBody, act.body);
        if (refused.success) refusals.set(refusalKey(refused.data), { ...refused.data, act: act.id });
        break;
      }
      case 'reviewed':
        pushParsed(reviews, parsedAs(reviewedBody, act.body), dated);
        pushParsed(proposalReviews, parsedAs(proposalReviewBody, act.body), dated);
        break;
      case 'graded':
        pushParsed(grades, parsedAs(gradedBody, act.body), dated);
        break;
      case 'judged':
        pushParsed(judgements, parsedAs(judgedBody, act.body), dated);
        break;
      case 'linked':
        pushParsed(links, parsedAs(linkedBody, act.body), dated);
        break;
      case 'found':
        pushParsed(found, parsedAs(foundBody, act.body), dated);
        break;
      case 'replied':
        pushParsed(replies, parsedAs(repliedBody, act.body), dated);
        break;
      case 'challenged':
        pushParsed(challenges, parsedAs(challengedBody, act.body), dated);
        break;
      case 'screened':
        pushParsed(screenings, parsedAs(namesScreenedBody, act.body), dated);
        break;
      case 'decided':
        pushParsed(decisions, parsedAs(decidedBody, act.body), dated);
        break;
      case 'recommended':
        pushParsed(recommendations, parsedAs(recommendedBody, act.body), dated);
        break;
      default:
        break;
    }
  }
  return {
    dossier,
    dossierSince,
    policy,
    sources,
    documents: [...documents.values()],
    withheld,
    refusals: [...refusals.values()],
    reviews,
    proposalReviews,
    grades,
    links,
    judgements,
    found: [...new Map(found.map((one) => [one.finding.id, one])).values()],
    replies,
    challenges,
    corrections,
    recommendations,
    namesScreened: screenings.at(-1) ?? null,
    decisions,
  };
}

/** A file is refused for one reason at a time; a line of a dossier may have several faults. */
function refusalKey({ name, code, message }: RefusedBody): string {
  return code === 'bad-dossier' ? `${name}\n${message}` : name;
}

/** Acts that a later act took back or replaced. An act that was itself taken back silences nothing: undoing an undoing restores. */
export function silencedActs(acts: readonly Act[]): ReadonlySet<string> {
  const silenced = new Set<string>();
  for (const act of [...acts].reverse()) {
    if (act.supersedes !== undefined && !silenced.has(act.id)) silenced.add(act.supersedes);
  }
  return silenced;
}

/**
 * A body as one schema reads it. Acts never change, so that each is read once, however often a record that goes on being held
 * is gathered anew.
 */
function parsedAs<Schema extends ZodType>(schema: Schema, body: Act['body']): ZodSafeParseResult<output<Schema>> {
  const known = readings.get(body) ?? new Map<ZodType, ZodSafeParseResult<unknown>>();
  readings.set(body, known);
  const parsed = known.get(schema) ?? schema.safeParse(body);
  known.set(schema, parsed);
  return parsed as ZodSafeParseResult<output<Schema>>;
}

const readings = new WeakMap<Act['body'], Map<ZodType, ZodSafeParseResult<unknown>>>();

function pushParsed<Body>(
  into: Dated<Body>[],
  parsed: { success: true; data: Body } | { success: false },
  dated: { act: string; at: string; by: string },
): void {
  if (parsed.success) into.push({ ...parsed.data, ...dated });
}

/** How an actor is written for people: the person's name, or the program with its version. */
export function actorName(by: Act['by']): string {
  return 'person' in by ? by.person : `${by.program} ${by.version}`;
}
