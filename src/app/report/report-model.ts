import { utcDateOf } from '../../core/calendar.ts';
import { canonicalJson } from '../../core/canonical-json.ts';
import { sha256Hex } from '../../core/hash.ts';
import { type Hearing, replyState } from '../../findings/model/hearing.ts';
import { stanceOf } from '../../findings/model/reply-stance.ts';
import type { ReviewState } from '../../findings/model/review.ts';
import { readMethodStatement } from '../../report/model/method.ts';
import type {
  ReportClaim,
  ReportDocument,
  ReportFinding,
  ReportHearing,
  ReportModel,
  ReportScreening,
  ReportSource,
} from '../../report/model/model.ts';
import type { Derived, ReadDocument } from '../derivation/derive.ts';
import { unboundHearings } from '../derivation/derive-findings.ts';
import { titleOf } from '../derivation/document-title.ts';
import { AppError } from '../errors.ts';
import { regimeStatus } from '../law/regime-status.ts';
import { loadRegimes } from '../regimes.ts';
import { questionOf } from '../screening/screen-question.ts';
import { recallOn } from '../screening/screening-decisions.ts';
import { readVersion } from '../version.ts';
import { mapOfClaims } from './claim-map.ts';
import { comparisonOf } from './report-comparison.ts';
import { contestedPoints, driftPoints, singleSourcePoints, summaryOf } from './report-summary.ts';

export type ReportRequest = {
  readonly derived: Derived;
  readonly title: string;
  /** The findings to print, in this order; all when left out. */
  readonly findings?: readonly string[] | undefined;
  readonly now: Date;
  readonly record: {
    readonly origin: string;
    readonly checkpoint: string;
    readonly vkey: string;
    readonly acts: number;
  };
  readonly extractor: string;
};

/**
 * Fills the report's model from what was derived. The same record, regime data and clock give the same model.
 * @throws AppError `no-such-finding` for one that is chosen and not there
 */
export function reportModel(request: ReportRequest): ReportModel {
  const { now, record } = request;
  const chosen = withFindings(request.derived, request.findings);
  const used = claimsUsed(chosen);
  // What a rejected claim says of the law is no statement of a source any more, and its passage is not printed.
  const derived = { ...chosen, checks: chosen.checks.filter(({ claim }) => used.has(claim)) };
  // What a person left out is said nowhere in the text.
  const said = { ...derived, findings: derived.findings.filter(({ review }) => review !== 'left-out') };
  const asOf = utcDateOf(now);
  const regimes = loadRegimes().map((regime) => regimeStatus(regime, asOf));
  return {
    format: 'standing-panel/report/1',
    language: 'en',
    symbol: `SP/${asOf.slice(0, 4)}/${sha256Hex(canonicalJson([request.title, derived.documents.map(({ document }) => document), ...(request.findings === undefined ? [] : [request.findings])])).slice(0, 8)}`,
    title: request.title,
    ...(derived.evidence.dossier?.summary ? { subtitle: derived.evidence.dossier.summary } : {}),
    asOf,
    generatedAt: now.toISOString(),
    period: derived.evidence.dossier?.period ?? null,
    preparedBy: preparedBy(derived),
    standard: {
      name: 'Attribution',
      text: 'Each statement is given as its claimant made it. A finding says what provisions an allegation would breach if it is true; it does not say that it is true.',
    },
    method: readMethodStatement(),
    summary: summaryOf(said, regimes, asOf),
    regimes,
    comparisons: derived.topics.map((topic) => comparisonOf(topic, derived)),
    contested: contestedPoints(said),
    singleSource: singleSourcePoints(said),
    drift: driftPoints(said),
    checks: derived.checks,
    findings: findingsIn(derived, ['made', 'accepted'], asOf),
    proposed: findingsIn(derived, ['proposed', 'left-out'], asOf),
    leads: derived.leads,
    unbound: unboundHearings(derived.evidence, request.derived.findings).map(({ finding, title, hearing }) => ({
      finding,
      title,
      ...reportHearing(hearing, asOf),
    })),
    recommendations: [],
    map: mapOfClaims(
      derived.claims.filter(({ status }) => status !== 'rejected' && status !== 'withdrawn'),
      'Places that the claims name',
    ),
    claims: printedClaims(derived, used),
    sources: sourcesOf(derived),
    documents: derived.documents.map(documentOf),
    refused: derived.evidence.refusals.map(({ name, message }) => ({ file: name, reason: message })),
    screening: screeningOf(derived, used),
    record: {
      ...record,
      versions: [
        { name: 'standing-panel', version: readVersion() },
        { name: 'extractor', version: request.extractor },
      ],
    },
  };
}

/** What was derived, with the findings that were chosen. */
function withFindings(derived: Derived, chosen: readonly string[] | undefined): Derived {
  if (chosen === undefined) return derived;
  const byId = new Map(derived.findings.map((finding) => [finding.id, finding]));
  const findings = [...new Set(chosen)].map((id) => {
    const finding = byId.get(id);
    if (finding === undefined)
      throw new AppError('no-such-finding', 'this finding is not there any more; choose again', { place: id });
    return finding;
  });
  return { ...derived, findings };
}

/** Findings in the states given, those of the first state first. */
function findingsIn({ findings }: Derived, states: readonly ReviewState[], asOf: string): readonly ReportFinding[] {
  return states.flatMap((state) =>
    findings
      .filter(({ review }) => review === state)
      .map(
        ({ hearing, ...finding }): ReportFinding => ({
          ...finding,
          changes: finding.changes.filter(({ date }) => date <= asOf),
          discussion: [],
          ...reportHearing(hearing, asOf),
        }),
      ),
  );
}

function reportHearing({ replies, ...rest }: Hearing, asOf: string): ReportHearing {
  return {
    ...rest,
    replies: replies.map((reply) => ({ ...reply, stance: stanceOf(reply), state: replyState(reply, asOf) })),
  };
}

/**
 * Every claim is printed with its passage: an investigator must see what was read, also where nothing follows from it. Of
 * the rejected ones, those that a finding was made from: it says that they were rejected.
 */
function claimsUsed(derived: Derived): ReadonlySet<string> {
  return new Set([
    ...derived.claims.filter(({ status }) => status !== 'rejected').map(({ id }) => id),
    ...derived.findings.flatMap(({ claims }) => claims),
  ]);
}

/** Whom the claims name beside the lists of the dossier, with what people decided on the hits. */
function screeningOf({ evidence }: Derived, used: ReadonlySet<string>): ReportScreening | null {
  const named = evidence.namesScreened?.named;
  if (named === undefined || named.lists.length === 0) return null;
  return {
    lists: named.lists.map(({ file, document, versionDate }) => ({ name: file, document, version: versionDate })),
    asked: named.answers.length,
    hits: named.answers.flatMap(({ asked, claims, hits }) =>
      hits.map(({ entityId, caption, score, match, reasons, facts, documents }) => {
        const entry = { id: entityId, facts, documents };
        return {
          query: asked.imoNumber === undefined ? asked.name : `${asked.name} IMO ${asked.imoNumber}`.trim(),
          entityId,
          caption,
          score,
          match,
          reasons,
          claims: claims.filter((claim) => used.has(claim)),
          decision: recallOn(evidence.decisions, questionOf(asked), entry)?.note ?? null,
        };
      }),
    ),
  };
}

function preparedBy(derived: Derived): readonly string[] {
  const { reviews, grades, links, judgements, found, challenges, corrections, recommendations } = derived.evidence;
  const people = [
    ...reviews,
    ...grades,
    ...links,
    ...judgements,
    ...found,
    ...challenges,
    ...corrections,
    ...recommendations,
  ].map(({ by }) => by);
  const named = [...new Set(people)].filter((name) => !name.startsWith('standing-panel ')).sort();
  return named.length > 0 ? named : [`Standing Panel ${readVersion()}`];
}

function printedClaims({ claims, evidence }: Derived, used: ReadonlySet<string>): readonly ReportClaim[] {
  // Of two grades on one claim the later counts.
  const grades = new Map(evidence.grades.map((grade) => [grade.claim.id, grade]));
  return claims
    .filter(({ id }) => used.has(id))
    .map((claim) => {
      const given = grades.get(claim.id);
      if (given === undefined) return claim;
      const { credibility, by, at, reason } = given;
      return { ...claim, grade: { credibility, by, at, ...(reason === null ? {} : { reason }) } };
    });
}

function sourcesOf(derived: Derived): readonly ReportSource[] {
  return [...derived.evidence.sources.values()].map(({ id, name, kind, reliability }) => ({
    id,
    name,
    kind,
    reliability: reliability?.grade ?? null,
    ...(reliability?.reason ? { reason: reliability.reason } : {}),
  }));
}

function documentOf(document: ReadDocument): ReportDocument {
  const { custody, published } = document;
  const source = custody.origin.source;
  return {
    id: document.document,
    title: titleOf(document),
    file: custody.origin.fileName,
    source: source ?? document.source.name,
    mediaType: custody.identity.mediaType,
    size: custody.identity.size,
    published,
    url: custody.origin.place,
    language: custody.origin.language,
    custody: custody.events.map(({ at, by, kind }) => ({ at, by, what: kind })),
  };
}
