import type { DateInterval } from '../core/interval.ts';
import type { TextLayer } from '../documents/text/text-layer.ts';
import type { Attribution } from './attribution/attribution.ts';
import { findAttributions } from './attribution/find-attributions.ts';
import { noteDocuments } from './attribution/issued-document.ts';
import { noteActor, noteBodies, notePeople, noteShortForms, noteSubject } from './attribution/noted-names.ts';
import { assertsNothing } from './attribution/own-voice.ts';
import { headedBy, issuedHere } from './attribution/printed-statement.ts';
import { findQuotations, type Quotation } from './attribution/quotation.ts';
import {
  isKindInMarks,
  isVerbInMarks,
  quoteAttribution,
  speakerIn,
  spokenBy,
} from './attribution/quotation-speaker.ts';
import { SpeakerContext } from './attribution/speaker-context.ts';
import type { Turn } from './attribution/transcript.ts';
import { TranscriptSpeakers } from './attribution/transcript-speakers.ts';
import type { Antecedent } from './events/antecedent.ts';
import { isOfTelling } from './events/when.ts';
import type { ExtractionOptions } from './extraction-options.ts';
import type { Claim, Claimant, Predicate } from './model/claim.ts';
import { claimIdOf } from './model/claim-id.ts';
import { findMentions } from './names/mention.ts';
import type { Counted } from './quantities/counted.ts';
import { countedOf } from './quantities/quantity-extraction.ts';
import type { Draft } from './sentence/draft.ts';
import { clauseSpan, LONGEST_QUOTE, passageOf } from './sentence/passage.ts';
import { draftClaims } from './sentence/sentence-claims.ts';
import { parseSentence } from './syntax/parse-sentence.ts';
import type { ParsedSentence } from './syntax/parsed-sentence.ts';
import { captionIn, claimedInCaption } from './tables/caption.ts';
import type { Paragraph } from './tokens/paragraph.ts';
import { splitSentences } from './tokens/sentence.ts';
import { tokenize } from './tokens/token.ts';

/** How many times told before a sentence "the same day" may mean. */
const LATELY = 8;

const DEEDS: ReadonlySet<Predicate> = new Set<Predicate>([
  'transferred',
  'procured',
  'fired',
  'attacked',
  'halted',
  'called-at',
  'ship-to-ship-transferred',
  'launched',
  'employed',
  'stole',
  'financed',
]);

/** What is counted when it is told again as "such cases". */
const COUNTED_EVENT =
  /^(attack|launch|transfer|theft|strike|shipment|delivery|port call|ship-to-ship transfer|incident|vote)$/;

/** What is carried from paragraph to paragraph of one document. */
export class ClaimReader {
  private readonly layer: TextLayer;
  private readonly options: ExtractionOptions;
  private readonly context: SpeakerContext;
  /** Speaker of a quotation that the paragraph before left open, or that may go on in the next. */
  private openSpeaker: Attribution | undefined;
  private lastSpeaker: Attribution | undefined;
  private antecedent: Antecedent | undefined;
  private lastCounted: Counted | undefined;
  /** The times told last, for "the same day". */
  private times: readonly DateInterval[] = [];
  /** Names of vessels that the text gave so far. */
  private readonly vessels = new Set<string>();
  private readonly speakers: TranscriptSpeakers;
  /** Whose statement the text prints in full, from its announcement to the next heading. */
  private statement: Claimant | undefined;
  /** By whom the whole text is headed, so that no heading within it ends their words. */
  private headed: Claimant | undefined;
  private paragraphs = 0;
  /** Who spoke in the sentence before: words in marks without a speaker are theirs. */
  private nearSpeaker: Claimant | undefined;

  constructor(layer: TextLayer, options: ExtractionOptions, home: string | undefined) {
    this.layer = layer;
    this.options = options;
    this.context = new SpeakerContext(options.source, home);
    this.speakers = new TranscriptSpeakers(layer.text, options.source, this.context);
  }

  /** Whose document it is, or whose statement it prints at this place. */
  get voice(): Claimant {
    return this.statement ?? this.options.source;
  }

  read(paragraph: Paragraph, turn: Turn | undefined): Claim[] {
    const { text } = this.layer;
    const caption = captionIn(text, paragraph);
    if (caption !== undefined) {
      // Read aside, so that nobody whom it names speaks in the text around it.
      const aside = new ClaimReader(this.layer, this.options, this.context.home);
      const read = aside.readText(
        { ...paragraph, ...caption.told, headline: false, body: caption.told.start },
        undefined,
      );
      return claimedInCaption(read, caption, this.voice);
    }
    return this.readText(paragraph, turn);
  }

  private readText(paragraph: Paragraph, turn: Turn | undefined): Claim[] {
    const { text } = this.layer;
    const voice = this.speakers.take(turn);
    // What a reporter asks is nobody's claim.
    if (voice === 'asking') return [];
    if (paragraph.headline && this.statement !== this.headed) this.statement = undefined;
    const own = voice ?? this.statement ?? this.options.source;
    this.context.voice = own;
    const quotations = findQuotations(text, paragraph);
    const body = paragraph.headline ? paragraph.body : placeEnd(text, paragraph);
    const spans = splitSentences(text, paragraph);
    const sentences = spans.map((span) =>
      this.parse(span.start < body ? { start: body, end: Math.max(span.end, body) } : span, quotations, paragraph),
    );
    // A headline is read before the names it abbreviates; what it says of speakers must not leak into the text.
    const attributions = sentences.map((sentence) => this.attribute(sentence));
    if (paragraph.headline) this.context.forgetSpeakers();
    const claims: Claim[] = [];
    sentences.forEach((sentence, i) => {
      if (sentence.words.length === 0) return;
      const carried =
        this.speakerOf(i, attributions, sentences, paragraph) ?? this.goingOn(i, attributions, sentences, own);
      if (attributions[i]!.length === 0 && assertsNothing(sentence)) return;
      // A heading without a verb names what follows.
      if (attributions[i]!.length === 0 && sentence.headline && sentence.clauses.length + sentence.times.length === 0)
        return;
      // A number alone in its line is a cell of a table or a mark of the page: it counts nothing that the text tells.
      if (!sentence.words.some((word) => /\p{L}/u.test(word.text))) return;
      const made = draftClaims(sentence, attributions[i]!, own, carried, {
        antecedent: this.antecedent,
        counted: this.lastCounted,
        speaker: this.nearSpeaker,
        published: this.options.published,
      });
      const held = carried === undefined ? undefined : speakerIn([carried]);
      this.nearSpeaker =
        speakerIn(attributions[i]!) ?? held ?? (sentence.quoted.some(Boolean) ? this.nearSpeaker : undefined);
      const speaking = voice ?? this.statement;
      const drafts = speaking === undefined ? made : made.map((draft) => spokenInTurn(draft, speaking));
      for (const draft of drafts) this.add(claims, draft, spans[i]!, sentence, paragraph);
      this.remember(drafts);
    });
    this.carryOn(attributions, sentences, quotations, paragraph);
    this.statement = issuedHere(sentences, this.context) ?? this.statement;
    this.noteHead(sentences[0], paragraph);
    return claims;
  }

  private attribute(sentence: ParsedSentence): Attribution[] {
    notePeople(sentence, this.context);
    noteShortForms(sentence, this.context);
    noteBodies(sentence, this.context);
    noteActor(sentence, this.context);
    noteDocuments(sentence, this.context);
    const found = sentence.words.length === 0 ? [] : findAttributions(sentence, this.context);
    if (found.length === 0) noteSubject(sentence, this.context);
    return found;
  }

  private add(
    claims: Claim[],
    draft: Draft,
    span: { start: number; end: number },
    sentence: ParsedSentence,
    paragraph: Paragraph,
  ): void {
    const claim = this.finish(draft, span, sentence, paragraph);
    if (!claims.some(({ id }) => id === claim.id)) {
      claims.push(claim);
      return;
    }
    // "He said A, adding that B": two assertions alike in everything but their words; the second has its own clause.
    const narrow = clauseSpan(draft, sentence);
    if (narrow === undefined) return;
    const second = this.finish(draft, narrow, sentence, paragraph);
    if (!claims.some(({ id }) => id === second.id)) claims.push(second);
  }

  private noteHead(sentence: ParsedSentence | undefined, paragraph: Paragraph): void {
    const index = this.paragraphs++;
    if (sentence === undefined || this.headed !== undefined) return;
    this.headed = headedBy(sentence, index, this.layer.text.slice(paragraph.end), this.context);
    this.statement = this.headed ?? this.statement;
  }

  private parse(
    span: { start: number; end: number },
    quotations: readonly Quotation[],
    paragraph: Paragraph,
  ): ParsedSentence {
    const { text } = this.layer;
    const near = quotations.filter((quotation) => quotation.close > span.start && quotation.open < span.end);
    const read = (kept: readonly Quotation[]) =>
      parseSentence(text, span, {
        published: this.options.published,
        earlier: this.times,
        vessels: this.vessels,
        headline: paragraph.headline,
        isQuoted: (start, end) => kept.some((quotation) => start >= quotation.start && end <= quotation.end),
      });
    const first = read(near);
    const telling = near.filter(
      (quotation) => !isVerbInMarks(first.words, quotation) && !isKindInMarks(first.words, quotation),
    );
    const sentence =
      telling.length === near.length
        ? first
        : {
            ...first,
            quoted: first.words.map(({ start, end }) =>
              telling.some((quotation) => start >= quotation.start && end <= quotation.end),
            ),
          };
    this.times = [...this.times, ...sentence.times.filter((time) => !isOfTelling(sentence, time))].slice(-LATELY);
    for (const vessel of sentence.vessels) this.vessels.add(vessel.text);
    return sentence;
  }

  /** Who speaks a quotation that has no attribution in its own sentence. */
  private speakerOf(
    index: number,
    attributions: readonly Attribution[][],
    sentences: readonly ParsedSentence[],
    paragraph: Paragraph,
  ): Attribution | undefined {
    const sentence = sentences[index]!;
    const total = sentence.words.filter((word) => word.pos !== 'PUNCT').length;
    const inside = sentence.words.filter((word, i) => sentence.quoted[i] && word.pos !== 'PUNCT').length;
    if (total === 0 || inside * 2 < total || inside < total - 3) return undefined;
    if (attributions[index]!.some(({ content }) => content.some((held, i) => held && sentence.quoted[i])))
      return undefined;
    const of = (speaker: Attribution | undefined) => spokenBy(sentence, speaker, 'quotation');
    // Who is told of within the marks is spoken of, and does not speak them.
    const outside = (i: number) => quoteAttribution(attributions[i]!.filter(({ cue }) => !sentences[i]!.quoted[cue]));
    // The sentence before or behind in this paragraph that attributes a quotation.
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
    const opens = /^["\u201c\u2018«'„]/.test(this.layer.text.slice(paragraph.start, paragraph.start + 1));
    return of(this.openSpeaker ?? (opens ? this.lastSpeaker : undefined));
  }

  /**
   * "X recalled that …. Gangs have brought in rifles. They shelled the port, she noted": a sentence without an attribution
   * between two of one speaker, in one paragraph, goes on with the words of that speaker.
   */
  private goingOn(
    index: number,
    attributions: readonly Attribution[][],
    sentences: readonly ParsedSentence[],
    own: Claimant,
  ): Attribution | undefined {
    if (attributions[index]!.length > 0 || sentences[index]!.headline) return undefined;
    const behind = attributions.slice(index + 1).find((list) => list.length > 0);
    const after = behind === undefined ? undefined : quoteAttribution(behind);
    const ahead = attributions.slice(0, index).findLast((list) => list.length > 0);
    const before = ahead === undefined ? this.lastSpeaker : quoteAttribution(ahead);
    if (after === undefined || before === undefined || after.claimant.name !== before.claimant.name) return undefined;
    if (/^(unnamed|newsroom|sensor)$/.test(after.claimant.kind) && after.claimant.name === 'unnamed') return undefined;
    return after.claimant.name === own.name ? undefined : spokenBy(sentences[index]!, after, 'carried');
  }

  private carryOn(
    attributions: readonly Attribution[][],
    sentences: readonly ParsedSentence[],
    quotations: readonly Quotation[],
    paragraph: Paragraph,
  ): void {
    if (paragraph.headline) return;
    const speaking = attributions
      .map((list, i) => quoteAttribution(list.filter(({ cue }) => !sentences[i]!.quoted[cue])))
      .reverse()
      .find((one) => one !== undefined);
    const last = quotations[quotations.length - 1];
    const open = last !== undefined && !last.closed && last.close === paragraph.end;
    const quotedWhole = quotations.length > 0 && speaking === undefined;
    const speaker = speaking ?? (quotedWhole ? (this.openSpeaker ?? this.lastSpeaker) : undefined);
    this.openSpeaker = open ? speaker : undefined;
    this.lastSpeaker = speaker;
  }

  private remember(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      const counted = draft.quantities[draft.quantities.length - 1];
      if (counted !== undefined) this.lastCounted = countedOf(counted);
      // "The ninth such case": a deed that was told, and no telling, demand or act of law.
      if (!DEEDS.has(draft.predicate)) continue;
      const event = draft.quantities.find(({ counts }) => COUNTED_EVENT.test(counts));
      this.antecedent = { predicate: draft.predicate, roles: draft.roles, counts: event?.counts, where: draft.where };
    }
  }

  private finish(
    draft: Draft,
    span: { start: number; end: number },
    sentence: ParsedSentence,
    paragraph: Paragraph,
  ): Claim {
    const { text, document } = this.layer;
    const place = passageOf(text, span, sentence, draft);
    const quote = text.slice(place.start, place.end);
    const { anchor: _, clause: __, dissent, ...fields } = draft;
    const outside = draft.quantities.filter(({ raw }) => !quote.includes(raw));
    const locator = {
      ...(paragraph.page === null ? {} : { page: paragraph.page }),
      ...(paragraph.paragraph === null ? {} : { paragraph: paragraph.paragraph }),
    };
    const claim = {
      document,
      ...place,
      quote,
      ...fields,
      quantities: draft.quantities.filter((quantity) => !outside.includes(quantity)),
      status: 'proposed' as const,
      // A figure outside the words that can be quoted is named, never dropped in silence.
      rules: [...draft.rules, ...outside.map(({ raw }) => `outside-quotation:${raw}`)],
      ...(dissent === undefined
        ? {}
        : {
            dissent: dissent.map((entry) => ({ claimant: entry.claimant, quote: entry.quote.slice(0, LONGEST_QUOTE) })),
          }),
      ...(Object.keys(locator).length === 0 ? {} : { locator }),
    };
    return { id: claimIdOf(claim), ...claim };
  }
}

/** "Manila: An estimated 2,900 …": the end of a place that heads a story. */
function placeEnd(text: string, { start, end, body }: Paragraph): number {
  if (body > start) return body;
  const place = /^(\p{Lu}[\p{L}'’. -]{2,24}): (?=["“]?\p{Lu})/u.exec(text.slice(start, Math.min(end, start + 40)));
  if (place === null) return body;
  const words = tokenize(place[1]!, 0, place[1]!.length);
  const named = findMentions(place[1]!, words).some(
    ({ kind, to }) => /^(seat|place|country)$/.test(kind) && to === words.length,
  );
  return named ? start + place[0].length : body;
}

/** What stands in a transcript under a speaker's name are that speaker's words. */
function spokenInTurn(draft: Draft, voice: Claimant): Draft {
  if (draft.claimant !== voice)
    return draft.relay.some((entry) => entry.name === voice.name) || draft.claimant.name === voice.name
      ? draft
      : { ...draft, relay: [...draft.relay, voice] };
  return {
    ...draft,
    speech: 'quoted',
    rules: draft.rules.map((rule) => (rule === 'own-voice' ? 'attribution:turn' : rule)),
  };
}
