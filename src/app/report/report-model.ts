import { statementIn } from '../../claims/gist/gist.ts';
import type { Claim } from '../../claims/model/claim.ts';
import { sha256Hex } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json/canonical-json.ts';
import { utcDateOf } from '../../core/time/calendar.ts';
import { locatorAt, locatorWords } from '../../documents/text/locator.ts';
import type { TextLayer } from '../../documents/text/text-layer.ts';
import { claimantName } from '../../findings/model/claimant-name.ts';
import { type Hearing, replyState } from '../../findings/model/hearing.ts';
import { stanceOf } from '../../findings/model/reply-stance.ts';
import type { ReviewState } from '../../findings/model/review.ts';
import type { Regime } from '../../regime/model/regime.ts';
import { readMethodStatement } from '../../report/model/method.ts';
import type {
  ReportClaim,
  ReportCounts,
  ReportDocument,
  ReportFinding,
  ReportHearing,
  ReportModel,
  ReportSource,
  ReportWitnesses,
} from '../../report/model/model.ts';
import type { Evidence } from '../acts/evidence.ts';
import type { Derived } from '../derivation/derive.ts';
import { unboundHearings } from '../derivation/derive-findings.ts';
import { titleOf } from '../derivation/document-title.ts';
import { sightOf } from '../derivation/needs-sight.ts';
import { countriesOf, type ReadDocument } from '../derivation/reading/read-documents.ts';
import { unreadDocuments } from '../derivation/reading/unread.ts';
import { AppError } from '../errors.ts';
import { regimeStatus } from '../law/regime-status.ts';
import { resolutionsNotHeld } from '../law/resolutions-cited.ts';
import { comparisonOf } from '../projection/report-comparison.ts';
import { loadRegimes } from '../regimes.ts';
import type { FindMentions } from '../subjects/document-mentions.ts';
import { readVersion } from '../version.ts';
import { mapOfClaims } from './claim-map.ts';
import { contestedPoints, driftPoints, singleSourcePoints } from './report-points.ts';
import { screeningOf } from './report-screening.ts';
import { reportSubjects } from './report-subjects.ts';
import { summaryOf } from './report-summary.ts';

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
    readonly witnesses?: ReportWitnesses;
  };
  readonly extractor: string;
  /** Whom documents name; left out where that is found at once. */
  readonly mentionsIn?: FindMentions;
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
  const asOf = utcDateOf(now);
  const claims = printedClaims(derived, used);
  const unread = unreadDocuments(derived.documents, derived.claims);
  const findings = findingsIn(derived, ['made', 'accepted'], asOf);
  const proposed = findingsIn(derived, ['proposed'], asOf);
  const counts = countsOf(derived, claims, unread);
  const regimes = regimesConcerned(derived).map((regime) => regimeStatus(regime, asOf));
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
    summary: summaryOf({ derived, findings, proposed, counts, regimes, asOf }),
    regimes,
    law: {
      held: loadRegimes().map(({ name }) => name),
      notHeld: resolutionsNotHeld(textsOf(derived), loadRegimes()),
    },
    comparisons: derived.topics.map((topic) => comparisonOf(topic, derived)),
    contested: contestedPoints(derived, findings),
    singleSource: singleSourcePoints(findings),
    drift: driftPoints(derived),
    checks: derived.checks,
    findings,
    proposed: [...proposed, ...findingsIn(derived, ['left-out'], asOf)],
    leads: derived.leads,
    unbound: unboundHearings(derived.evidence, request.derived.findings).map(({ finding, title, hearing }) => ({
      finding,
      title,
      ...reportHearing(hearing, asOf),
    })),
    recommendations: [],
    map: mapOfClaims(
      derived.grounds.filter(({ status }) => status !== 'rejected' && status !== 'withdrawn'),
      'Where claims say that something happened',
    ),
    claims,
    sources: sourcesOf(derived),
    documents: derived.documents.map(documentOf),
    refused: [
      ...refusalsOf(derived).map(({ name, message }) => ({ file: name, reason: message })),
      ...derived.documents.flatMap(({ custody, setAside }) =>
        setAside === undefined
          ? []
          : [{ file: custody.origin.fileName, reason: `taken in, but its claims were not read: ${setAside}` }],
      ),
    ],
    unread: unread.map(({ document, whole, words }) => ({ document, whole, words })),
    counts,
    screening: screeningOf(derived, used, asOf),
    ...reportSubjects(derived, derived.findings, asOf, request.mentionsIn),
    record: {
      ...record,
      versions: [
        { name: 'standing-panel', version: readVersion() },
        { name: 'extractor', version: request.extractor },
      ],
    },
  };
}

/** The regimes of whose target a document speaks, or something that was derived: a report on others says nothing of them. */
function regimesConcerned({ documents, findings, checks, leads }: Derived): readonly Regime[] {
  return loadRegimes().filter(
    ({ id, target }) =>
      [...findings, ...leads].some(({ regime }) => regime === id) ||
      checks.length > 0 ||
      documents.some(({ layer }) => countriesOf(layer).has(target)),
  );
}

function* textsOf({ documents }: Derived): Iterable<string> {
  for (const { layer } of documents) yield layer.text;
}

/** What is counted, once for all places that print a number. */
function countsOf(
  derived: Derived,
  claims: readonly ReportClaim[],
  unread: readonly { readonly document: string; readonly whole: boolean }[],
): ReportCounts {
  const nameless = claimantName({ name: 'unnamed', kind: 'unnamed' });
  const names = claims.map(({ claimant }) => claimantName(claimant)).filter((name) => name !== nameless);
  const whole = new Set(unread.filter((one) => one.whole).map(({ document }) => document));
  const partly = new Set(unread.map(({ document }) => document).filter((document) => !whole.has(document)));
  return {
    documents: derived.documents.length,
    claims: claims.length,
    unreviewed: claims.filter(({ status }) => status === 'proposed').length,
    claimants: new Set(names).size,
    refused: refusalsOf(derived).length,
    unread: whole.size,
    partlyRead: partly.size,
  };
}

/** What the dossier offered and was not taken in; without a dossier, what was added. Lists are no evidence. */
function refusalsOf({ evidence }: Derived): Evidence['refusals'] {
  const offered = evidence.dossier === null ? 'added' : 'dossier';
  return evidence.refusals.filter((refusal) => (refusal.offered ?? offered) === offered);
}

/** What was derived, with the findings that were chosen. */
export function withFindings(derived: Derived, chosen: readonly string[] | undefined): Derived {
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

function printedClaims({ claims, evidence, documents }: Derived, used: ReadonlySet<string>): readonly ReportClaim[] {
  const layers = new Map(documents.map(({ document, layer }) => [document as string, layer]));
  // Of two grades on one claim the later counts.
  const grades = new Map(evidence.grades.map((grade) => [grade.claim.id, grade]));
  return claims
    .filter(({ id }) => used.has(id))
    .map((claim) => {
      const given = grades.get(claim.id);
      const others = othersReviewsOf(claim.id, evidence);
      const printed = {
        ...withPlace(claim, layers.get(claim.document)),
        statement: statementIn(claim),
        ...(others.length === 0 ? {} : { othersReviews: others }),
      };
      if (given === undefined) return printed;
      const { credibility, by, at, reason } = given;
      return { ...printed, grade: { credibility, by, at, ...(reason === null ? {} : { reason }) } };
    });
}

function othersReviewsOf(id: string, { othersReviews }: Evidence): NonNullable<ReportClaim['othersReviews']> {
  return othersReviews
    .filter(({ claim }) => claim.id === id)
    .map(({ status, by, at, reason, marking }) => ({
      status,
      by,
      at,
      ...(reason === null ? {} : { reason }),
      ...(marking === null ? {} : { marking }),
    }));
}

/** A claim with its cell or record, where its document has such places. */
function withPlace(claim: Claim, layer: TextLayer | undefined): Claim & Pick<ReportClaim, 'locator'> {
  const locator = layer === undefined ? null : locatorAt(layer, claim.start, claim.end);
  if (locator === null) return claim;
  const sight = sightOf(claim, layer);
  const seen = sight === null ? '' : sight.needed ? ', not yet compared with it' : `, ${claim.status} by a person`;
  return { ...claim, locator: { ...claim.locator, place: `${locatorWords(locator)}${seen}` } };
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
  const { marking } = custody.handling;
  const source = custody.origin.source;
  return {
    id: document.document,
    text: `sha256:${sha256Hex(document.layer.text)}`,
    title: titleOf(document),
    file: custody.origin.fileName,
    source: source ?? document.source.name,
    mediaType: custody.identity.mediaType,
    size: custody.identity.size,
    published,
    url: custody.origin.place,
    language: custody.origin.language,
    custody: custody.events.map(({ at, by, kind }) => ({ at, by, what: kind })),
    ...(marking ? { marking } : {}),
  };
}
