import type { Claim } from '../../../claims/model/claim.ts';
import { memoized } from '../../../core/memoized.ts';
import { type CalendarDate, utcDateOf } from '../../../core/time/calendar.ts';
import type { Act } from '../../../record/log/act.ts';
import type { Subject } from '../../../subjects/model/subject.ts';
import { titleOf } from '../../derivation/document-title.ts';
import { documentsById, shownAmong } from '../../projection/claim-rows.ts';
import { shownIncidents } from '../../projection/incident-rows.ts';
import {
  claimsAbout,
  claimsBy,
  claimsByDocument,
  decisionsOf,
  hitsOn,
  passagesOf,
} from '../../subjects/subject-line.ts';
import { questionsOf } from '../../subjects/subject-questions.ts';
import { flagsOf, networkOf, RELATION_WORDS, type RelationPassage } from '../../subjects/subject-relations.ts';
import { subjectById, type WorkspaceSubjects } from '../../subjects/workspace-subjects.ts';
import { findingNameOf } from '../claims/finding-name.ts';
import type { DatedFact, SubjectDetail, SubjectHitView } from '../contract/subject.ts';
import { actLines } from '../held/act-line.ts';
import { apart, passageView } from './passage-view.ts';
import { hitView } from './subject-hits.ts';
import { subjectRow } from './subject-list.ts';
import { nameOf } from './subject-name.ts';

/** Passages that come with a subject; a name may stand in thousands of places. */
const MOST_PASSAGES = 200;

/** All that is known of one subject, by its id or that of any of its parts. @throws AppError `no-such-subject` */
export function subjectDetail(subjects: WorkspaceSubjects, id: string, now: Date): SubjectDetail {
  const { snapshot } = subjects;
  const { acts, derived } = snapshot;
  const subject = subjectById(subjects, id);
  const today = utcDateOf(now);
  const [by, about] = [claimsBy(subject), claimsAbout(subjects.snapshot.derived.claims, subject)];
  const told = new Set([...by, ...about.map((claim) => claim.id)]);
  const hits = hitsOn(subjects, subject, decisionsOf(subjects)).map((hit) => hitView(subjects, hit, today));
  const passages = apart(passagesOf(subject));
  const aboutIds = new Set(about.map((claim) => claim.id));
  return {
    row: subjectRow(subjects, subject),
    names: namesOf(subject),
    identifiers: identifiersOf(subjects, subject),
    parts: partsOf(subjects, subject),
    passages: passages.slice(0, MOST_PASSAGES).map((passage) => passageView(snapshot, passage)),
    passagesInAll: passages.length,
    screened: subjects.lists === null ? 'no-lists' : questionsOf(subject).length === 0 ? 'not-asked' : 'asked',
    hits,
    claimsBy: shownAmong(snapshot, by) as unknown as SubjectDetail['claimsBy'],
    claimsAbout: shownAmong(snapshot, [...aboutIds]) as unknown as SubjectDetail['claimsAbout'],
    incidents: shownIncidents(snapshot)
      .filter(({ claims }) => claims.some((claim) => aboutIds.has(claim)))
      .map(({ id: incident, title, from, to }) => ({ id: incident, title, from, to })),
    findings: derived.findings.filter(({ claims }) => claims.some((claim) => told.has(claim))).map(findingNameOf),
    accountOf: named(
      subjects,
      subject.leaves.flatMap(({ accountOf }) => accountOf ?? []),
    ),
    accounts: named(subjects, accountsOf(subjects, subject)),
    flags: flagsOf(subjects, subject).map(({ country, passages: told }) => ({
      country,
      passages: told.map((one) => relationPassage(subjects, one)),
    })),
    network: networkView(subjects, subject),
    timeline: timelineOf(subjects, subject, about, hits),
    history: actLines(acts, historyOf(acts, subject)),
  };
}

function networkView(subjects: WorkspaceSubjects, subject: Subject): SubjectDetail['network'] {
  const { nodes, edges, leftOut } = networkOf(subjects, subject);
  return {
    nodes: nodes.map((one) => ({ id: one.id, name: nameOf(one), kind: one.kind })),
    edges: edges.map(({ kind, from, to, passages }) => ({
      kind,
      words: RELATION_WORDS[kind],
      from: nodes.indexOf(from),
      to: nodes.indexOf(to),
      passages: passages.map((one) => relationPassage(subjects, one)),
    })),
    leftOut,
  };
}

function relationPassage({ snapshot }: WorkspaceSubjects, passage: RelationPassage) {
  const { claim, claimant, denied } = passage;
  return { ...passageView(snapshot, passage), claim, claimant, denied };
}

function namesOf({ names, leaves }: Subject): SubjectDetail['names'] {
  const plain = (name: string): string => name.replace(/\s+/g, ' ');
  return names.map((name) => {
    const holding = leaves.filter(({ mentions }) => mentions.some(({ text }) => plain(text) === name));
    return {
      name,
      mentions: holding.flatMap(({ mentions }) => mentions.filter(({ text }) => plain(text) === name)).length,
      documents: new Set(holding.map(({ document }) => document)).size,
    };
  });
}

/** Each identifier with where it stands, of when that is, and whose words it stands in. */
function identifiersOf({ snapshot }: WorkspaceSubjects, { leaves }: Subject): SubjectDetail['identifiers'] {
  const found = new Map<string, SubjectDetail['identifiers'][number]>();
  const claims = claimsByDocument(snapshot.derived.claims);
  for (const { document, identifiers } of leaves)
    for (const { scheme, value, valid, places } of identifiers) {
      const key = `${scheme} ${value}`;
      const known = found.get(key);
      const shown = places.map(({ start, end }) => ({
        ...passageView(snapshot, { document, start, end }),
        claimants: [
          ...new Set(
            (claims.get(document) ?? [])
              .filter((claim) => claim.start <= start && end <= claim.end)
              .map(({ claimant }) => claimant.name),
          ),
        ],
      }));
      found.set(key, { scheme, value, valid, places: [...(known?.places ?? []), ...shown] });
    }
  return [...found.values()];
}

function partsOf({ snapshot }: WorkspaceSubjects, { leaves }: Subject): SubjectDetail['parts'] {
  const documents = documentsById(snapshot);
  return leaves.map(({ id, document, name, mentions }) => ({
    leaf: id,
    document,
    title: titleOf(documents.get(document)),
    name,
    mentions: mentions.length,
  }));
}

function accountsOf({ partition }: WorkspaceSubjects, { leaves }: Subject): readonly string[] {
  const held = accountsByHolder(partition.subjects);
  return [...new Set(leaves.flatMap(({ id }) => held.get(id) ?? []))];
}

/** The accounts of each leaf that holds one. */
const accountsByHolder = memoized((all: readonly Subject[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { id, kind, leaves } of all) {
    if (kind !== 'account') continue;
    for (const { accountOf } of leaves)
      if (accountOf !== null) found.set(accountOf, [...(found.get(accountOf) ?? []), id]);
  }
  return found;
});

function named({ partition }: WorkspaceSubjects, leaves: readonly string[]): SubjectDetail['accounts'] {
  const found = new Set(leaves.flatMap((leaf) => partition.ofLeaf.get(leaf) ?? []));
  return [...found].map((subject) => ({ id: subject.id, name: nameOf(subject) }));
}

/** When claims say that something happened with it, when documents that name it are of, and since when entries are listed. */
function timelineOf(
  { snapshot }: WorkspaceSubjects,
  subject: Subject,
  about: readonly Claim[],
  hits: readonly SubjectHitView[],
): readonly DatedFact[] {
  const documents = documentsById(snapshot);
  const facts: DatedFact[] = shownAmong(
    snapshot,
    about.map(({ id }) => id),
  ).flatMap(({ id, gist, when }) =>
    when.from === null ? [] : [{ from: when.from, to: when.to, what: 'claim' as const, words: gist, id }],
  );
  for (const id of new Set(subject.leaves.map(({ document }) => document))) {
    const read = documents.get(id);
    if (read?.published != null)
      facts.push({ from: read.published, to: null, what: 'document', words: titleOf(read), id });
  }
  for (const { hit, listing } of hits) {
    if (hit.decision?.decision !== 'true' || listing === null) continue;
    const { caption, entityId } = hit;
    if (listing.listedOn !== null)
      facts.push({
        from: listing.listedOn,
        to: null,
        what: 'listing',
        words: `${caption} is listed (${listing.authority})`,
        id: entityId,
      });
    if (listing.delistedOn !== null)
      facts.push({
        from: listing.delistedOn,
        to: null,
        what: 'listing',
        words: `${caption} is no longer listed`,
        id: entityId,
      });
  }
  return facts.sort((a, b) => compareDays(a.from, b.from));
}

function compareDays(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Judgements that name a part of the subject, with what took them back. */
function historyOf(acts: readonly Act[], { leaves }: Subject): readonly Act[] {
  const own = new Set(leaves.map(({ id }) => id));
  const found = new Set<string>();
  return acts.filter(({ id, kind, body, supersedes }) => {
    const concerns =
      (kind === 'subject-judged' && (own.has(String(body.a)) || own.has(String(body.b)))) ||
      found.has(supersedes ?? '');
    if (concerns) found.add(id);
    return concerns;
  });
}
