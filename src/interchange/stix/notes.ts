import type { ExportedClaim, ExportedDocument, ExportedRecord } from '../model/exported.ts';
import { claimReviewWords } from '../model/review-words.ts';
import type { Identities } from './identities.ts';
import { type StixObject, stixId, stixObject } from './stix-object.ts';

/** The Admiralty scale in the words and numbers of STIX 2.1 (appendix A): 6, which cannot be judged, has none. */
const SCALE: Readonly<Record<string, { readonly confidence: number; readonly opinion: string }>> = {
  '1': { confidence: 90, opinion: 'strongly-agree' },
  '2': { confidence: 70, opinion: 'agree' },
  '3': { confidence: 50, opinion: 'neutral' },
  '4': { confidence: 30, opinion: 'disagree' },
  '5': { confidence: 10, opinion: 'strongly-disagree' },
};

/** Claims as notes on who they are by. What nobody has reviewed says so in its label and in its words. */
export function claimNotes({ origin, claims }: ExportedRecord, identities: Identities): readonly StixObject[] {
  return claims.map((exported) => {
    const { claim, document, statement, isReviewed, awaitsSight, credibility, place } = exported;
    const grade = credibility === null ? undefined : SCALE[credibility];
    const who = claim.claimant.kind === 'unnamed' ? 'An unnamed source' : claim.claimant.name;
    const when = claim.when.raw === null ? [] : [`When, in the words of the text: ${claim.when.raw}.`];
    const figures = claim.quantities.map(({ raw }) => raw);
    return stixObject(
      'note',
      { origin, name: claim.id, at: document.retrieved },
      {
        created_by_ref: identities.maker,
        abstract: `${who}: ${statement}`,
        content: [
          `“${claim.quote}” (${place})`,
          ...(figures.length === 0 ? [] : [`Figures, in the words of the text: ${figures.join('; ')}.`]),
          ...when,
          claimReviewWords(exported),
        ].join('\n'),
        labels: [
          `claim:${claim.predicate}`,
          claim.polarity,
          isReviewed ? 'reviewed' : 'not-reviewed',
          ...(awaitsSight ? ['read-off-a-picture'] : []),
          ...(credibility === null ? [] : [`admiralty-scale:information-credibility="${credibility}"`]),
        ],
        ...(grade === undefined ? {} : { confidence: grade.confidence }),
        external_references: [referenceTo(document, claim.id)],
        object_refs: [identities.behind(exported)],
      },
    );
  });
}

/** The document that a passage stands in, by its hash, so that whoever has it can tell that it is the same. */
function referenceTo({ id, title, url, source, fileName }: ExportedDocument, claim: string): object {
  return {
    source_name: source?.name ?? fileName,
    description: title,
    ...(url === null ? {} : { url }),
    hashes: { 'SHA-256': id.slice('sha256:'.length) },
    external_id: claim,
  };
}

/** Grades as opinions: what somebody who judged the content thinks of it. That a claim was accepted is no opinion on it. */
export function opinions({ origin, claims }: ExportedRecord, { maker }: Identities): readonly StixObject[] {
  return claims.flatMap(({ claim, credibility, document }: ExportedClaim) => {
    const grade = credibility === null ? undefined : SCALE[credibility];
    if (grade === undefined) return [];
    return [
      stixObject(
        'opinion',
        { origin, name: claim.id, at: document.retrieved },
        {
          created_by_ref: maker,
          opinion: grade.opinion,
          explanation: `A person graded it ${credibility} on the Admiralty scale of credibility.`,
          object_refs: [stixId('note', origin, claim.id)],
        },
      ),
    ];
  });
}

/** What the bundle leaves out: a note of its own, since a bundle has no words. */
export function aboutNote({ origin, leftOut, program, at }: ExportedRecord, { maker }: Identities): StixObject {
  return stixObject(
    'note',
    { origin, name: 'about', at },
    {
      created_by_ref: maker,
      abstract: 'About this bundle',
      content: [`Written by ${program} from a record as of ${at}.`, ...leftOut].join('\n'),
      object_refs: [maker],
    },
  );
}
