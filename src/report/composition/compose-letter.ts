import { printableText } from '../../figures/drawing/markup.ts';
import { writeDate } from '../../figures/drawing/words.ts';
import type { Letter, LetterFinding, LetterStatement } from '../model/letter.ts';
import { capitalise, writeList } from '../model/words.ts';

/** A letter as paragraphs: before what is said, what is said, and after it. What is still to be filled in stands in brackets. */
export type ComposedLetter = {
  readonly date: string;
  readonly to: string;
  readonly opening: readonly string[];
  readonly statements: readonly string[];
  readonly closing: readonly string[];
  readonly from: string;
};

/** Words a letter: who is written to, what is said, and by when an answer is asked for. It says nothing that a claim does not. */
export function composeLetter({ to, from, date, deadline, finding, statements }: Letter): ComposedLetter {
  const by = deadline === null ? '[day]' : writeDate(deadline);
  return {
    date: writeDate(date),
    to: printableText(to),
    opening: [
      `In preparation of a report the following ${statements.length === 1 ? 'statement that names' : 'statements that name'} you ${statements.length === 1 ? 'was' : 'were'} found. You are given the opportunity to reply before anything on ${statements.length === 1 ? 'it' : 'them'} is published.`,
      ...(finding === null ? [] : aboutFinding(finding)),
    ],
    statements: statements.map(describeStatement),
    closing: [
      `Please say whether this is right, what you hold against it, and what documents bear that out. An answer that is received by ${by} is taken into account and printed with what it answers; so is the fact that none was received.`,
      'This letter says what sources state. It does not say that it is true.',
    ],
    from: from === null ? '[name and office]' : printableText(from),
  };
}

function aboutFinding({ title, isProposed, provisions }: LetterFinding): readonly string[] {
  const state = isProposed ? 'which no person has reviewed yet' : 'which is under consideration';
  const law = provisions.length === 0 ? '' : ` It was tested against ${writeList(provisions)}.`;
  return [`They bear on the following allegation, ${state}: ${printableText(title)}.${law}`];
}

function describeStatement({ claimant, title, source, published, quote }: LetterStatement): string {
  const day = published === null ? 'undated' : writeDate(published);
  return `${capitalise(printableText(claimant))}, in “${printableText(title)}” (${printableText(source)}, ${day}): “${printableText(quote).replace(/\s+/g, ' ').trim()}”`;
}
