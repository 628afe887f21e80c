import { nounList } from '../../lexicon/vocabulary.ts';
import type { Claimant } from '../../model/claim.ts';
import type { Run } from '../../names/phrase.ts';
import type { Sentence, Speaker } from '../../names/speaker-phrase.ts';
import { issuerWithin } from './body-noun.ts';
import type { SpeakerContext } from './speaker-context.ts';

/** Whose a document is that speaks: somebody known, or only what kind of body. */
export type DocumentOwner =
  | ({ readonly claimant: Claimant } & OwnerReading)
  | ({ readonly kind: Claimant['kind']; readonly country?: string } & OwnerReading);

/** Whether anything but the word for the document shows whose it is, and the rule that explains it. */
type OwnerReading = { readonly carried: boolean; readonly rule: string };

/** What the phrase of a document shows of it: `head` is the noun of the document, `run` the phrase with its article. */
export type DocumentPhrase = {
  readonly run: Run;
  readonly bare: Run;
  readonly head: number;
  readonly definite: boolean;
  readonly ofUnitedNations: boolean;
  readonly country: string | undefined;
};

/**
 * "Russia's report", "the ministry statement", "the report": whoever owns or issued it says what it says. Only the kind is known
 * where no name stands in the text.
 */
export function ownerOfDocument(
  sentence: Sentence,
  phrase: DocumentPhrase,
  context: SpeakerContext,
  read: (run: Run) => Speaker,
): DocumentOwner {
  const { words } = sentence;
  const { run, bare, head, definite, country } = phrase;
  const noun = words[head]!.lower;
  const owner = possessor(sentence, run, head, read);
  if (owner !== undefined) return { claimant: owner, carried: true, rule: 'document-of-owner' };
  const organ = words.slice(bare.from, head).findLast(({ lower }) => nounList('organ').has(lower));
  const known = organ === undefined ? undefined : context.findBody(organ.lower, false, /^\p{Lu}/u.test(organ.text));
  if (known !== undefined) return { claimant: known, carried: true, rule: 'document-of-known' };
  const issuer = definite ? context.findDocument(noun) : undefined;
  if (issuer !== undefined) return ofKind(issuer, 'document-known');
  if (phrase.ofUnitedNations) return { kind: 'un-body', carried: true, rule: 'document-of-body' };
  const issued = issuerWithin(sentence, { from: bare.from, to: head }, context);
  if (issued !== undefined) return ofKind(issued, 'document-of-issuer');
  const inquirer = definite && noun === 'report' && country === undefined ? context.inquirer() : undefined;
  if (inquirer !== undefined) return { kind: inquirer.kind, carried: true, rule: 'document-of-inquirer' };
  return country === undefined
    ? { kind: 'unnamed', carried: false, rule: 'document' }
    : { kind: 'state-organ', country, carried: true, rule: 'document-of-state' };
}

function ofKind({ kind, country }: Omit<Claimant, 'name'>, rule: string): DocumentOwner {
  const read = { carried: true, rule };
  return country === undefined ? { kind, ...read } : { kind, country, ...read };
}

/** "CREA's analysis": who stands before the apostrophe, when it is somebody and no time ("last year's report"). */
function possessor(sentence: Sentence, run: Run, head: number, read: (run: Run) => Speaker): Claimant | undefined {
  const { words } = sentence;
  const mark = words.findLastIndex(({ text }, i) => i > run.from && i < head && /^'s?$/.test(text));
  if (mark < 0) return undefined;
  const { claimant, resolution } = read({ from: run.from, to: mark });
  return resolution === 'unresolved' || /^(unnamed|sensor)$/.test(claimant.kind) ? undefined : claimant;
}
