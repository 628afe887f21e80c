import type { Claim } from '../../claims/model/claim.ts';
import { memoized } from '../../core/memoized.ts';
import { type Protection, strictest } from '../../documents/custody/protection.ts';
import type { LedgerSum, TotalsNow } from '../../findings/model/ledger-total.ts';
import type { TakenEvent } from '../../findings/model/track-evidence.ts';
import { guardNames, holdsName } from '../../interchange/protected-names.ts';
import type { Evidence } from '../acts/evidence.ts';
import { loadRegimes } from '../regimes.ts';
import { type Derived, deriveFromClaims } from './derive.ts';

/** The part of what follows from a record that may leave the workspace. */
export type OpenPart = {
  readonly derived: Derived;
  /** How many documents and claims were held back for the protection of their source. */
  readonly heldBack: { readonly documents: number; readonly claims: number };
  /** Names of protected sources, which must not stand in anything that leaves. */
  readonly protectedNames: readonly string[];
};

/**
 * Everything derived once more without the documents whose source is to be kept from outsiders, or that name a protected
 * source: not only are these left out, nothing that leaves rests on them either (a finding is no stronger for a source that nobody may see). Acts that speak of
 * their claims go with them. Where nothing is protected it is all as it was.
 */
export const openPart = memoized((derived: Derived): OpenPart => {
  const protections = documentProtections(derived.evidence);
  const protectedNames = [...derived.evidence.sources.values()].flatMap(({ name, protection }) =>
    protection === 'protected' ? [name] : [],
  );
  const guard = guardNames(protectedNames);
  // A document of anybody's may name who is protected.
  const naming = new Set<string>(
    derived.documents
      .filter(
        ({ layer, custody }) => guard(layer.text) || holdsName([custody.origin, custody.derivedFrom?.path], guard),
      )
      .map(({ document }) => document),
  );
  const isOpen = (document: string): boolean =>
    (protections.get(document) ?? 'open') === 'open' && !naming.has(document);
  const documents = derived.documents.filter(({ document }) => isOpen(document));
  const isWhole =
    documents.length === derived.documents.length &&
    [...derived.evidence.trackFiles, ...derived.evidence.lists].every(({ document }) => isOpen(document));
  if (isWhole && protectedNames.length === 0) return { derived, heldBack: { documents: 0, claims: 0 }, protectedNames };
  const claims = [...derived.byDocument].flatMap(([document, own]) =>
    isOpen(document) ? [{ document, claims: own }] : [],
  );
  const evidence = openEvidence(derived.evidence, isOpen);
  return {
    derived: deriveFromClaims(
      { evidence, regimes: loadRegimes, totals: openTotals(derived, isOpen) },
      documents,
      claims,
    ),
    heldBack: {
      documents: derived.documents.length - documents.length,
      claims: derived.claims.length - claims.reduce((sum, one) => sum + one.claims.length, 0),
    },
    protectedNames,
  };
});

/** How each document is protected: by itself, by its source, and by what it lay in. */
function documentProtections({ documents, trackFiles, lists, sources }: Evidence): ReadonlyMap<string, Protection> {
  const byId = new Map([...documents, ...trackFiles, ...lists].map((one) => [one.document as string, one]));
  const known = new Map<string, Protection>();
  const protectionOf = (id: string, depth: number): Protection => {
    const seen = known.get(id);
    if (seen !== undefined) return seen;
    const custody = byId.get(id)?.custody;
    if (custody === undefined) return 'open';
    // Lists are logged with the name of their source, documents with its id.
    const from = custody.origin.source ?? '';
    const source = sources.get(from) ?? [...sources.values()].find(({ name }) => name === from);
    // A record of others may name two documents as what each other lies in.
    const within =
      depth > 20 || custody.derivedFrom === undefined ? 'open' : protectionOf(custody.derivedFrom.document, depth + 1);
    const protection = strictest(custody.handling.sourceProtection, source?.protection, within);
    known.set(id, protection);
    return protection;
  };
  for (const id of byId.keys()) protectionOf(id, 0);
  return known;
}

/** What the acts say, without those that speak of claims of protected documents, and without their sources. */
function openEvidence(evidence: Evidence, isOpen: (document: string) => boolean): Evidence {
  const isOpenClaim = ({ document }: Pick<Claim, 'document'>): boolean => isOpen(document);
  const isOpenEvent = ({ event, lists }: TakenEvent): boolean =>
    event.rows.every(({ document }) => isOpen(document)) &&
    lists.every(({ document }) => document === null || isOpen(document));
  const found = evidence.found.filter(
    ({ finding: { claims, total, events = [] } }) =>
      claims.every(isOpenClaim) && isOpenSum(total?.taken, isOpen) && events.every(isOpenEvent),
  );
  const gone = new Set(evidence.found.filter((one) => !found.includes(one)).map(({ finding }) => finding.id));
  const ofOpen = <Act extends { readonly finding: { readonly id: string } }>(acts: readonly Act[]): readonly Act[] =>
    acts.filter(({ finding }) => !gone.has(finding.id));
  return {
    ...evidence,
    sources: new Map([...evidence.sources].filter(([, { protection }]) => (protection ?? 'open') === 'open')),
    documents: evidence.documents.filter(({ document }) => isOpen(document)),
    trackFiles: evidence.trackFiles.filter(({ document }) => isOpen(document)),
    lists: evidence.lists.filter(({ document }) => isOpen(document)),
    eventJudgements: new Map([...evidence.eventJudgements].filter(([, judged]) => isOpenEvent(judged))),
    reviews: evidence.reviews.filter(({ claim }) => isOpenClaim(claim)),
    othersReviews: evidence.othersReviews.filter(({ claim }) => isOpenClaim(claim)),
    grades: evidence.grades.filter(({ claim }) => isOpenClaim(claim)),
    links: evidence.links.filter(({ claims }) => claims.every(isOpenClaim)),
    judgedDocuments: evidence.judgedDocuments.filter(({ documents }) => documents.every(isOpen)),
    subjectJudgements: evidence.subjectJudgements.filter(({ named }) =>
      named.every(({ document }) => isOpen(document)),
    ),
    found: found.map((one) => withOpenSums(one, isOpen)),
    replies: ofOpen(evidence.replies),
    challenges: ofOpen(evidence.challenges),
    corrections: ofOpen(evidence.corrections),
    recommendations: ofOpen(evidence.recommendations),
  };
}

/** Figures that ship with a regime are anybody's; calls in tracks are of the documents that they rest on. */
function isOpenSum(sum: LedgerSum | undefined, isOpen: (document: string) => boolean): boolean {
  if (sum === undefined) return true;
  const { document, calls } = sum;
  return (document === null || isOpen(document)) && (calls?.documents ?? []).every(isOpen);
}

/** What a protected source would give in place of a total is not told. */
function withOpenSums(
  one: Evidence['found'][number],
  isOpen: (document: string) => boolean,
): Evidence['found'][number] {
  const { total } = one.finding;
  if (total === undefined) return one;
  const others = total.others.filter((sum) => isOpenSum(sum, isOpen));
  return { ...one, finding: { ...one.finding, total: { ...total, others } } };
}

/** Nor that a protected document is a later release: the total stands as its act has it. */
function openTotals({ totals, evidence }: Derived, isOpen: (document: string) => boolean): TotalsNow {
  return new Map(
    [...totals].map(([act, now]) => {
      if (now === null || isOpenSum(now, isOpen)) return [act, now];
      return [act, evidence.found.find((one) => one.act === act)?.finding.total?.taken ?? null];
    }),
  );
}
