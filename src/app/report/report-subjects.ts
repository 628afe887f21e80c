import type { Finding } from '../../findings/model/finding.ts';
import { replyState } from '../../findings/model/hearing.ts';
import { stanceOf } from '../../findings/model/reply-stance.ts';
import { PRINTED } from '../../report/abridgement/printed.ts';
import type { ReportModel } from '../../report/model/model.ts';
import type { ReportEntry, ReportLetter } from '../../report/model/named.ts';
import type { TellingFacts } from '../../screening/identity.ts';
import { nameKey } from '../../subjects/judgement/document-leaves.ts';
import { partitionLeaves } from '../../subjects/judgement/partition.ts';
import type { SubjectLeaf } from '../../subjects/model/leaf.ts';
import { faultOf, SCHEME_WORDS, SUBJECT_KINDS, type SubjectKind } from '../../subjects/model/mention.ts';
import type { Subject } from '../../subjects/model/subject.ts';
import type { NamesScreenedBody } from '../acts/act-body.ts';
import type { Evidence } from '../acts/evidence.ts';
import type { Derived } from '../derivation/derive.ts';
import type { ReadDocument } from '../derivation/reading/read-documents.ts';
import type { FindMentions } from '../subjects/document-mentions.ts';
import { claimsAbout, identifiersOf, yearsOfBirth } from '../subjects/subject-line.ts';
import { designationOf } from '../subjects/subject-listings.ts';
import { RELATION_WORDS, relationsIn, type SubjectRelation } from '../subjects/subject-relations.ts';
import { tellingFacts } from '../subjects/subject-screening.ts';
import { judgedPairs, leavesIn } from '../subjects/workspace-subjects.ts';

/** Kinds that can be heard: accounts and places cannot. */
const HEARD: ReadonlySet<SubjectKind> = new Set(SUBJECT_KINDS.filter((kind) => kind !== 'account' && kind !== 'place'));

/**
 * Whom the claims behind the findings and proposals that are printed name. Only the documents of those claims are gone through, and
 * those whose namings people judged: what others say of them stands on the pages of the workbench.
 */
export function reportSubjects(
  derived: Derived,
  findings: readonly Finding[],
  asOf: string,
  mentionsIn?: FindMentions,
): Pick<ReportModel, 'named' | 'relations'> {
  const { evidence, claims } = derived;
  const printedClaims = claimsPrintedFrom(findings);
  const telling = claims.filter(({ id }) => printedClaims.has(id));
  const judged = evidence.subjectJudgements.flatMap(({ named }) => named);
  const read = documentsNaming(derived, findings);
  const found = leavesIn(read, claims, mentionsIn);
  const leaves = found.flatMap((one) => one.leaves);
  const known = new Set(leaves.map(({ id }) => id));
  const open = new Set(read.map(({ document }) => document as string));
  // Found by the names of lists: here the judgement itself says how the document writes it.
  const others = judged.filter(({ id, document }) => open.has(document) && !known.has(id)).map(leafOf);
  const partition = partitionLeaves(
    [...leaves, ...new Map(others.map((leaf) => [leaf.id, leaf])).values()],
    judgedPairs(evidence),
  );
  const named = partition.subjects.flatMap((subject) => {
    if (!HEARD.has(subject.kind) || subject.names.length === 0) return [];
    const naming = claimsAbout(telling, subject);
    if (naming.length === 0) return [];
    return [
      {
        subject,
        id: subject.id,
        names: subject.names,
        judgedBy: subject.joinedBy.map(({ by, at }) => ({ by, on: at.slice(0, 10) })),
        identifiers: identifiersOf(subject).map(({ scheme, value, valid }) => ({
          words: `${SCHEME_WORDS[scheme]} ${value}`,
          fault: valid === false ? faultOf(scheme) : null,
          documents: subject.leaves
            .filter(({ identifiers }) => identifiers.some((one) => one.scheme === scheme && one.value === value))
            .map(({ document }) => document),
        })),
        claims: naming.map(({ id }) => id),
        entries: entriesOf(evidence, subject, yearsOfBirth(found, subject)),
        letters: lettersTo(evidence, subject, partition.subjects, asOf),
      },
    ];
  });
  if (named.length === 0) return {};
  const texts = new Map(read.map(({ document, layer }) => [document as string, layer.text]));
  const stated = relationsIn(
    {
      partition,
      documents: found,
      claims: telling,
      textOf: (document) => texts.get(document) ?? '',
    },
    texts.keys(),
  );
  return {
    named: named.map(({ subject: _, ...one }) => one),
    ...relationsAmong(
      named.map(({ subject }) => subject),
      stated,
    ),
  };
}

/** The documents that are gone through for whom they name. */
export function documentsNaming(
  { evidence, claims, documents }: Derived,
  findings: readonly Finding[],
): readonly ReadDocument[] {
  const printedClaims = claimsPrintedFrom(findings);
  const concerned = new Set([
    ...claims.filter(({ id }) => printedClaims.has(id)).map(({ document }) => document as string),
    ...evidence.subjectJudgements.flatMap(({ named }) => named).map(({ document }) => document),
  ]);
  return documents.filter(({ document }) => concerned.has(document));
}

function claimsPrintedFrom(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(printed(findings).flatMap((finding) => finding.claims));
}

/** As many names as can be read in one picture. */
const MOST_NODES = 60;

function relationsAmong(
  subjects: readonly Subject[],
  stated: readonly SubjectRelation[],
): Pick<ReportModel, 'relations'> {
  const isNamed = new Set(subjects);
  const among = stated.filter(({ from, to }) => isNamed.has(from) && isNamed.has(to));
  const nodes = [...new Set(among.flatMap(({ from, to }) => [from, to]))].slice(0, MOST_NODES);
  const edges = among.filter(({ from, to }) => nodes.includes(from) && nodes.includes(to));
  if (edges.length === 0) return {};
  return {
    relations: {
      names: nodes.map(({ names }) => names[0] ?? ''),
      edges: edges.map(({ kind, from, to, passages }) => ({
        from: nodes.indexOf(from),
        to: nodes.indexOf(to),
        words: RELATION_WORDS[kind],
        denied: passages.some(({ denied }) => denied),
        claims: [...new Set(passages.map(({ claim }) => claim))],
      })),
      leftOut: among.length - edges.length,
    },
  };
}

/** All that a person made or accepted, and of what the program proposes as many as are printed. */
function printed(findings: readonly Finding[]): readonly Finding[] {
  const proposed = findings.filter(({ review }) => review === 'proposed').slice(0, PRINTED.proposals);
  return [...findings.filter(({ review }) => review === 'made' || review === 'accepted'), ...proposed];
}

function leafOf({ id, kind, name, document }: Evidence['subjectJudgements'][number]['named'][0]): SubjectLeaf {
  return { id, document, kind, name, mentions: [], identifiers: [], claims: [], accountOf: null };
}

/**
 * What was found on the lists for its names and numbers, and what was decided on it, each entry once; the latest word counts. A
 * decision on a subject holds where all the namings that it was made on are still of this one.
 */
function entriesOf(evidence: Evidence, subject: Subject, born: readonly string[]): readonly ReportEntry[] {
  const own = new Set(subject.leaves.map(({ id }) => id));
  const names = new Set(subject.names.map(nameKey));
  const entries = new Map<string, ReportEntry>();
  const factsNow = new Map<string, string>();
  for (const { hits } of answersOn(evidence, names, tellingFacts(subject, born)))
    for (const { entityId, caption, facts, telling = [], another = false } of hits) {
      factsNow.set(entityId, facts);
      const known = entries.get(entityId);
      // Two ships of one number are one: who is the entry by one of its numbers is not another by the other.
      if (known !== undefined && another) continue;
      entries.set(entityId, {
        id: entityId,
        caption,
        decision: null,
        listing: listingOf(entityId),
        ...(telling.length === 0 ? {} : { telling }),
        ...(another ? { another } : {}),
      });
    }
  for (const { decision, by, at, entity, question, leaves } of evidence.decisions) {
    const concerns =
      leaves === undefined
        ? question.names.some((name) => names.has(nameKey(name)))
        : leaves.every((leaf) => own.has(leaf));
    if (!concerns) continue;
    const isChanged = (factsNow.get(entity.id) ?? entity.facts) !== entity.facts;
    entries.set(entity.id, {
      ...entries.get(entity.id),
      id: entity.id,
      caption: entity.caption,
      decision: { word: decision, by, on: at.slice(0, 10), ofNameAlone: leaves === undefined, isChanged },
      listing: listingOf(entity.id),
    });
  }
  return [...entries.values()];
}

/**
 * What was asked of the lists for one of these names or numbers. Where the documents tell numbers or dates beside the name, what was asked
 * with one of them is meant, and not what was asked for others of the name.
 */
function answersOn(
  { namesScreened }: Evidence,
  names: ReadonlySet<string>,
  { imoNumbers, numbers, birthDates }: TellingFacts,
): NamesScreenedBody['named']['answers'] {
  const told = new Set([...imoNumbers, ...numbers, ...birthDates]);
  const all = namesScreened?.named.answers ?? [];
  const factsOf = ({ asked }: (typeof all)[number]) => [
    ...(asked.imoNumber === undefined ? [] : [asked.imoNumber]),
    ...(asked.imoNumbers ?? []),
    ...(asked.numbers ?? []),
    ...(asked.birthDates ?? []),
  ];
  const own = all.filter((answer) => factsOf(answer).some((fact) => told.has(fact)));
  if (own.length > 0) return own;
  return all.filter((answer) => names.has(nameKey(answer.asked.name)) && factsOf(answer).length === 0);
}

function listingOf(entry: string): ReportEntry['listing'] {
  const found = designationOf(entry);
  return found === null ? null : { from: found.listedFrom, to: found.listedTo, paragraphs: found.basis };
}

function lettersTo(
  { replies }: Evidence,
  subject: Subject,
  all: readonly Subject[],
  asOf: string,
): readonly ReportLetter[] {
  const own = new Set(subject.names.map(nameKey));
  const isShared = (party: string) =>
    all.some(
      (other) =>
        other !== subject && HEARD.has(other.kind) && other.names.some((name) => nameKey(name) === nameKey(party)),
    );
  return replies
    .filter(({ party, sent }) => own.has(nameKey(party)) && sent <= asOf)
    .map((reply) => ({
      sent: reply.sent,
      received: reply.received,
      state: replyState(reply, asOf),
      stance: stanceOf(reply),
      ...(isShared(reply.party) ? { shared: true as const } : {}),
    }));
}
