import { PLAIN_SAYING } from '../lexicon/cue.ts';
import type { Claimant } from '../model/claim.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import type { Paragraph } from '../tokens/paragraph.ts';
import type { Attribution } from './attribution.ts';
import type { Quotation } from './quotation.ts';
import { quoteAttribution, spokenBy } from './quotation-speaker.ts';

/** Who speaks on where a sentence names nobody: the speaker of the sentences around it or of the paragraph before. */
export class CarriedSpeaker {
  private readonly text: string;
  /** Speaker of a quotation that the paragraph before left open, or that may go on in the next. */
  private open: Attribution | undefined;
  private last: Attribution | undefined;
  /** Speaker of the very last sentence of the paragraph before, with whose words the next may go on. */
  private closing: Attribution | undefined;
  /** Who briefs, in a record of what was said. */
  private briefing: Attribution | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether somebody's words in marks may go on in the next paragraph. */
  get leftOpen(): boolean {
    return this.open !== undefined;
  }

  /** Who speaks a quotation that has no attribution in its own sentence. */
  ofQuotation(
    index: number,
    attributions: readonly Attribution[][],
    sentences: readonly ParsedSentence[],
    paragraph: Paragraph,
  ): Attribution | undefined {
    const sentence = sentences[index]!;
    const total = sentence.words.filter((word) => word.pos !== 'PUNCT').length;
    const inside = sentence.words.filter((word, i) => sentence.quoted[i] && word.pos !== 'PUNCT').length;
    if (total === 0 || inside * 2 < total || inside < total - 3) return undefined;
    // "“One of them told us that it had sunk.": what whoever speaks in the marks tells of others is passed on by them.
    const isOutside = ({ cue }: Attribution) => sentence.quoted[cue] !== true;
    if (attributions[index]!.some((one) => isOutside(one) && one.content.some((held, i) => held && sentence.quoted[i])))
      return undefined;
    const of = (speaker: Attribution | undefined) => spokenBy(sentence, speaker, 'quotation');
    // Who is told of within the marks is spoken of, and does not speak them.
    const outside = (i: number) => quoteAttribution(attributions[i]!.filter(({ cue }) => !sentences[i]!.quoted[cue]));
    // "A told B that C. “They left. Then the engine died,” D said": whoever closes a quotation speaks all of it.
    for (let i = index; runsOn(sentences[i]!, sentences[i + 1]); i++) {
      const one = outside(i + 1);
      if (one !== undefined) return of(one);
    }
    // The sentence before or after in this paragraph that attributes a quotation.
    for (let i = index - 1; i >= 0; i--) {
      const one = outside(i);
      if (one !== undefined) return of(one);
      if (!sentences[i]!.quoted.some(Boolean)) break;
    }
    for (let i = index + 1; i < sentences.length; i++) {
      const one = outside(i);
      if (one !== undefined && sentences[i]!.quoted[0] !== false) return of(one);
      if (one !== undefined && index === 0 && sentences[i]!.words[0]?.text !== '"') break;
      if (!sentences[i]!.quoted.some(Boolean)) break;
    }
    const opens = /^["\u201c\u2018«'„]/.test(this.text.slice(paragraph.start, paragraph.start + 1));
    return of(this.open ?? (opens ? this.last : undefined));
  }

  /**
   * "X recalled that …. Gangs have brought in rifles. They shelled the port, she noted": a sentence without an attribution
   * between two of one speaker, in one paragraph, goes on with the words of that speaker; so does one right behind theirs that
   * puts its verb back as they did: "The Committee had met, she said. It had sent letters to six States".
   */
  goingOn(
    index: number,
    attributions: readonly Attribution[][],
    sentences: readonly ParsedSentence[],
    own: Claimant,
  ): Attribution | undefined {
    if (attributions[index]!.length > 0 || sentences[index]!.headline) return undefined;
    // "The owner declined to discuss the demand": told of somebody else.
    if (
      sentences[index]!.clauses.some(
        ({ lemma, parent }) => parent < 0 && /^(decline|refuse|reply|respond)$/.test(lemma),
      )
    )
      return undefined;
    // "He did not show the tally sheets": of themselves nobody says "he".
    if (isOfThem(sentences[index]!)) return undefined;
    const behind = attributions.slice(index + 1).find((list) => list.length > 0);
    const after = behind === undefined ? undefined : quoteAttribution(behind);
    const ahead = attributions.slice(0, index).findLast((list) => list.length > 0);
    const before = ahead === undefined ? this.closing : quoteAttribution(ahead);
    const told = index === 0 ? undefined : quoteAttribution(attributions[index - 1]!);
    if (told !== undefined && isSaid(told) && told.claimant.kind !== 'unnamed' && isShiftedBack(sentences[index]!))
      return told.claimant.name === own.name ? undefined : spokenBy(sentences[index]!, told, 'carried');
    if (after === undefined || before === undefined || after.claimant.name !== before.claimant.name) return undefined;
    if (/^(unnamed|newsroom|sensor)$/.test(after.claimant.kind) && after.claimant.name === 'unnamed') return undefined;
    return after.claimant.name === own.name ? undefined : spokenBy(sentences[index]!, after, 'carried');
  }

  /**
   * "Ida Roos, for the Refugee Agency, said that a boat had sunk. Nine bodies had been found. According to survivors, it had carried 142": a
   * record of a briefing retells each speaker until the next heading, whatever others are quoted by them, in the tense of what was said.
   */
  retelling(
    index: number,
    attributions: readonly Attribution[][],
    sentences: readonly ParsedSentence[],
    { headline }: Paragraph,
  ): Attribution | undefined {
    const teller = headline ? undefined : this.briefedBy(attributions.slice(0, index), sentences);
    const speaks = this.briefedBy(attributions.slice(index, index + 1), sentences.slice(index), teller) !== teller;
    if (teller === undefined || speaks || !isPast(sentences[index]!)) return undefined;
    return spokenBy(sentences[index]!, teller, 'carried');
  }

  private briefedBy(
    attributions: readonly Attribution[][],
    sentences: readonly ParsedSentence[],
    before: Attribution | undefined = this.briefing,
  ): Attribution | undefined {
    return attributions.reduce<Attribution | undefined>((teller, list, i) => {
      const speaking = list.find(
        (one) =>
          one.claimant.kind === 'person' &&
          isSaid(one) &&
          !sentences[i]!.quoted[one.cue] &&
          (teller !== undefined || isForBody(sentences[i]!, one)),
      );
      return speaking ?? teller;
    }, before);
  }

  /** Keeps who speaks at the end of a paragraph for the next. */
  carryOn(
    attributions: readonly Attribution[][],
    sentences: readonly ParsedSentence[],
    quotations: readonly Quotation[],
    paragraph: Paragraph,
  ): void {
    this.briefing = paragraph.headline ? undefined : this.briefedBy(attributions, sentences);
    if (paragraph.headline) return;
    const speaking = attributions
      .map((list, i) => quoteAttribution(list.filter(({ cue }) => !sentences[i]!.quoted[cue])))
      .reverse()
      .find((one) => one !== undefined);
    const last = quotations[quotations.length - 1];
    const open = last !== undefined && !last.closed && last.close === paragraph.end;
    const quotedWhole = quotations.length > 0 && speaking === undefined;
    const speaker = speaking ?? (quotedWhole ? (this.open ?? this.last) : undefined);
    this.open = open ? speaker : undefined;
    this.last = speaker;
    this.closing = quoteAttribution(attributions.at(-1) ?? []);
  }
}

/** A plain word of saying: behind a denial or a doubt, what had been done is as likely what the text holds against it. */
function isSaid({ reporting, lemma }: Attribution): boolean {
  return reporting !== 'denies' && PLAIN_SAYING.has(lemma);
}

/** Whether the sentence tells what one person did, by a pronoun. */
function isOfThem({ clauses, words, quoted }: ParsedSentence): boolean {
  const main = clauses.find(({ relation, form }) => relation === 'ROOT' && form === 'finite');
  const party = main?.passive ? main.object : main?.subject;
  return party !== undefined && /^(he|she)$/.test(words[party.head]!.lower) && !quoted.some(Boolean);
}

/** Whether the main clause stands in the tense of what was said: "had sent", "would send". */
function isShiftedBack({ clauses, quoted }: ParsedSentence): boolean {
  const main = clauses.find(({ relation, form }) => relation === 'ROOT' && form === 'finite');
  return main !== undefined && !quoted.some(Boolean) && main.modifiers.some((word) => /^(had|would)$/.test(word));
}

/** Whether the main clause tells of the past, or of what was said then. */
function isPast({ clauses, arcs, quoted }: ParsedSentence): boolean {
  const main = clauses.find(({ relation, form, head }) => relation === 'ROOT' && form === 'finite' && !quoted[head]);
  return (
    main !== undefined &&
    (arcs.tags[main.head] === 'VBD' ||
      main.modifiers.some((word) => /^(had|would|was|were|did|could|should|might)$/.test(word)))
  );
}

/** "Ida Roos, for the Refugee Agency, said": the form in which records of briefings name who speaks. */
function isForBody({ words }: ParsedSentence, { source, cue }: Attribution): boolean {
  if (source === undefined) return false;
  const mark = words.findIndex(({ text }, at) => text === ',' && at >= source.from);
  return mark >= 0 && mark < cue && words[mark + 1]?.lower === 'for';
}

/** Whether the words in marks that a sentence opens go on in the next one. */
function runsOn({ words, quoted }: ParsedSentence, next: ParsedSentence | undefined): boolean {
  const last = words.findLastIndex(({ text }) => /[\p{L}\p{N}]/u.test(text));
  return (
    quoted[last] === true &&
    !words.slice(last + 1).some(({ text }) => /^["”’»]$/.test(text)) &&
    next?.quoted[0] === true
  );
}
