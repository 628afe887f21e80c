import type { Claimant, ClaimantKind } from '../model/claim.ts';
import type { Word } from '../tokens/word.ts';
import type { Mention } from './mention.ts';
import type { PersonName } from './person-name.ts';
import type { Run } from './phrase.ts';

/**
 * As whom a phrase was understood: a named person, the named holder of an office, an office without a name, a body, a State, a
 * seat of government in its place, somebody told of in other words; a pronoun that stays open; or nobody.
 */
export type Resolution =
  | 'person'
  | 'known-office'
  | 'office'
  | 'body'
  | 'state'
  | 'seat'
  | 'described'
  | 'open-pronoun'
  | 'unresolved';

/**
 * Who speaks, as the text shows it; `plural` for "officials"; `carried` where the phrase alone does not say who it is and what
 * was said before does; `rule` explains it to readers and decides nothing.
 */
export type Speaker = {
  readonly claimant: Claimant;
  readonly plural: boolean;
  readonly resolution: Resolution;
  readonly carried?: boolean;
  readonly rule: string;
  readonly run: Run;
};

export type Sentence = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
  /** Words that lie inside quotation marks, where it is known. */
  readonly quoted?: readonly boolean[];
};

export type FoundSpeaker = Omit<Speaker, 'run'>;

/** The country of a speaker: the first name of a State in the phrase that is not what the office deals with ("envoy to"). */
export function countryOf(
  sentence: Sentence,
  run: Run,
  apposition: Run | undefined,
  name?: PersonName,
): string | undefined {
  const spans = [run, ...(apposition === undefined ? [] : [apposition])];
  for (const span of spans)
    for (const mention of sentence.mentions) {
      if (mention.from < span.from || mention.to > span.to || mention.country === '') continue;
      if (name !== undefined && mention.from >= name.from && mention.to <= name.to) continue;
      // Whom a person works for is no State of theirs, wherever it has its seat.
      if (name !== undefined && /^(newsroom|ngo|company)$/.test(mention.kind)) continue;
      const before = sentence.words[mention.from - 1]?.lower ?? '';
      const at = before === 'the' || before === 'a' ? mention.from - 2 : mention.from - 1;
      const lead = at < span.from ? '' : sentence.words[at]!.lower;
      if (/^(on|to|against|about|over|with|monitoring|targeting|regarding)$/.test(lead)) continue;
      // "the embassy in Pyongyang", "its ambassador in Seoul": where they sit is not who sent them.
      if (/^(in|at)$/.test(lead) && isSent(sentence, span.from, at)) continue;
      // "North Korea watcher", "Russia expert", "Iran analyst": what they study, not whom they serve.
      if (
        mention.kind === 'country' &&
        /^(expert|experts|analyst|analysts|watcher|watchers|specialist|scholar|desk|programme|program|sanctions)$/.test(
          sentence.words[mention.to]?.lower ?? '',
        )
      )
        continue;
      return mention.country;
    }
  return undefined;
}

/** Whether the words up to a preposition tell of those whom one State keeps in another. */
function isSent({ words }: Sentence, from: number, to: number): boolean {
  return words.slice(from, to).some(({ lower }) => SENT.test(lower));
}

const SENT =
  /^(embass(?:y|ies)|ambassadors?|consulates?|consuls?|consul-general|missions?|delegations?|envoys?|attaches?|attachés?|diplomats?|chargé)$/;

export function makeClaimant(name: string, kind: ClaimantKind, country: string | undefined): Claimant {
  return country === undefined || country === '' ? { name, kind } : { name, kind, country };
}

/** The last noun of the phrase before its first preposition: the head of "the head of the agency" is "head". */
export function headOf(words: readonly Word[], run: Run): number {
  let head = -1;
  for (let i = run.from; i < run.to; i++) {
    const word = words[i]!;
    if (
      head >= 0 &&
      (word.pos === 'ADP' || word.pos === 'SCONJ' || word.lower === 'and' || word.text === ',' || word.text === '(')
    )
      break;
    if (word.pos === 'NOUN' || word.pos === 'PROPN' || word.pos === 'NUM' || word.pos === 'ADJ' || word.pos === 'PRON')
      head = i;
    if (word.text === "'s" || word.text === "'") head = -1;
  }
  return head < 0 ? run.to - 1 : head;
}

export function stripDeterminer(words: readonly Word[], run: Run): Run {
  let from = run.from;
  while (from < run.to - 1 && (words[from]!.pos === 'DET' || /^(the|both)$/.test(words[from]!.lower))) from++;
  return { from, to: run.to };
}

export function textOf(sentence: Sentence, run: Run): string {
  if (run.to <= run.from) return '';
  return sentence.text.slice(sentence.words[run.from]!.start, sentence.words[run.to - 1]!.end).replace(/\s+/g, ' ');
}

export function stripThe(name: string): string {
  return name.replace(/^the\s+/i, '');
}
