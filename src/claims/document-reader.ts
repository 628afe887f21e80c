import type { TextLayer } from '../documents/text/text-layer.ts';
import type { Attribution } from './attribution/attribution.ts';
import { CarriedSpeaker } from './attribution/carried-speaker.ts';
import { lateTelling, mayTellLate } from './attribution/constructions/late-telling.ts';
import { continuedTelling } from './attribution/continued-telling.ts';
import { isCorrectionHeading, recallsOwnText } from './attribution/correction-notice.ts';
import { findAttributions } from './attribution/find-attributions.ts';
import { introducesOthers } from './attribution/introduced-words.ts';
import { isTimeAlone } from './attribution/no-speaker.ts';
import { callsOwnWrong, regretsError } from './attribution/own-retraction.ts';
import { assertsNothing } from './attribution/own-voice.ts';
import { headedBy, issuedHere, signedBy } from './attribution/printed-statement.ts';
import { findQuotations, type Quotation } from './attribution/quotation.ts';
import { isKindInMarks, isVerbInMarks, speakerIn } from './attribution/quotation-speaker.ts';
import {
  lastPersonIn,
  noteActor,
  noteBodies,
  notePapers,
  notePeople,
  noteShortForms,
  noteSubject,
} from './attribution/speaker/noted-names.ts';
import { SpeakerContext } from './attribution/speaker/speaker-context.ts';
import { TranscriptSpeakers } from './attribution/transcript-speakers.ts';
import type { Turn } from './attribution/turn-label.ts';
import type { Antecedent } from './events/antecedent.ts';
import { isTakenBackHere, retractionIn, tellsBefore } from './events/retraction.ts';
import { statedTimes } from './events/time-owner.ts';
import type { ExtractionOptions } from './extraction-options.ts';
import type { Claim, Claimant } from './model/claim.ts';
import { placeEnd } from './names/dateline.ts';
import type { Counted } from './quantities/counted.ts';
import { afterPublication } from './sentence/after-publication.ts';
import { claimOf } from './sentence/claim-of-draft.ts';
import type { Draft } from './sentence/draft.ts';
import { earlierEventIn, lastCountedIn } from './sentence/earlier-event.ts';
import { clauseSpan, fillsSentence } from './sentence/passage.ts';
import { NO_PERIOD, periodAfter } from './sentence/period-covered.ts';
import { draftClaims } from './sentence/sentence-claims.ts';
import { spokenInTurn } from './sentence/turn-speech.ts';
import { parseSentence } from './syntax/parse-sentence.ts';
import type { ParsedSentence } from './syntax/parsed-sentence.ts';
import { captionIn, claimedInCaption } from './tables/caption.ts';
import { isHistory } from './times/history.ts';
import { type StatedTime, yearAsSubject } from './times/stated-year.ts';
import type { Paragraph } from './tokens/paragraph.ts';
import { splitSentences } from './tokens/sentence.ts';

/** How many times told before a sentence "the same day" may mean. */
const LATELY = 8;

/** What is carried from paragraph to paragraph of one document. */
export class ClaimReader {
  private readonly layer: TextLayer;
  private readonly options: ExtractionOptions;
  private readonly context: SpeakerContext;
  private readonly carried: CarriedSpeaker;
  private antecedent: Antecedent | undefined;
  private lastCounted: Counted | undefined;
  private readonly history: boolean;
  /** The times told last, for "the same day". */
  private times: readonly StatedTime[] = [];
  /** Names of vessels that the text gave so far. */
  private readonly vessels = new Set<string>();
  /** The person whom the text named last. */
  private lastNamed: string | undefined;
  private readonly speakers: TranscriptSpeakers;
  /** Whose statement the text prints in full, from its announcement to the next heading. */
  private statement: Claimant | undefined;
  /** By whom the whole text is headed, so that no heading within it ends their words. */
  private headed: Claimant | undefined;
  /** Whether the text stands under a heading of corrections. */
  private correcting = false;
  private period = NO_PERIOD;
  private paragraphs = 0;
  /** The paragraph before ended in a colon behind which somebody else's words stand. */
  private introduces = false;
  /** Who spoke in the sentence before: words in marks without a speaker are theirs. */
  private nearSpeaker: Claimant | undefined;

  constructor(
    layer: TextLayer,
    options: ExtractionOptions,
    home: string | undefined,
    history = isHistory(layer.text, options.published),
  ) {
    this.layer = layer;
    this.options = options;
    this.history = history;
    this.context = new SpeakerContext(options.source, home);
    this.carried = new CarriedSpeaker(layer.text);
    this.speakers = new TranscriptSpeakers(layer.text, options.source, this.context);
  }

  /** Whose document it is, or whose statement it prints at this place. */
  get voice(): Claimant {
    return this.statement ?? this.options.source;
  }

  /** The claims of a paragraph; `next` is the paragraph after it, which may open by saying whose words these were. */
  read(paragraph: Paragraph, turn: Turn | undefined, next?: Paragraph): Claim[] {
    const { text } = this.layer;
    const caption = captionIn(text, paragraph);
    if (caption !== undefined) {
      // Read aside, so that nobody whom it names speaks in the text around it.
      const aside = new ClaimReader(this.layer, this.options, this.context.home, this.history);
      const read = aside.readText(
        { ...paragraph, ...caption.text, headline: false, body: caption.text.start },
        undefined,
        undefined,
      );
      return claimedInCaption(read, caption, this.voice);
    }
    return this.readText(paragraph, turn, next);
  }

  private readText(paragraph: Paragraph, turn: Turn | undefined, next: Paragraph | undefined): Claim[] {
    const { text } = this.layer;
    const voice = this.speakers.take(turn);
    // What a reporter asks is nobody's claim.
    if (voice === 'asking') return [];
    if (paragraph.headline && this.statement !== this.headed) this.statement = undefined;
    if (paragraph.headline) this.correcting = isCorrectionHeading(text.slice(paragraph.start, paragraph.end));
    const speaking = voice ?? this.statement ?? this.signatureIn(paragraph, next);
    const own = speaking ?? this.options.source;
    this.context.voice = own;
    const introduced = this.introduces;
    this.introduces = false;
    const quotations = findQuotations(text, paragraph, this.carried.leftOpen);
    const body = paragraph.headline ? paragraph.body : placeEnd(text, paragraph);
    if (paragraph.day !== undefined) this.times = [...this.times, paragraph.day].slice(-LATELY);
    const spans = splitSentences(text, paragraph);
    const sentences = spans.map((span) =>
      this.parse(span.start < body ? { start: body, end: Math.max(span.end, body) } : span, quotations, paragraph),
    );
    // A headline is read before the names it abbreviates; what it says of speakers must not leak into the text.
    const late: (Attribution | undefined)[] = [];
    if (paragraph.headline) this.context.beginHeading();
    const attributions = sentences.map((sentence, i) => {
      const found = this.attribute(sentence);
      late.push(lateTelling(sentence, sentences[i - 1] ?? sentence, this.context));
      return late[i] === undefined ? found : [];
    });
    late.push(this.lateIn(paragraph.headline ? undefined : next, sentences.at(-1)));
    if (paragraph.headline) this.context.forgetSpeakers();
    const claims: Claim[] = [];
    let running: Claimant | undefined;
    sentences.forEach((sentence, i) => {
      if (sentence.words.length === 0 || late[i] !== undefined) return;
      const retraction = retractionIn(sentence);
      // "We withdraw the statement": what the sentence before told is said no more.
      if (retraction !== undefined && !tellsBefore(sentence, retraction) && i > 0)
        claims.splice(0, claims.length, ...claims.filter(({ start }) => start < spans[i - 1]!.start));
      // "That was wrong", "we regret the error": what the writer's own words told is told no more.
      if (i > 0 && callsOwnWrong(sentence, own)) this.takeBack(claims, own, spans[i - 1]!.start);
      if (regretsError(sentence)) this.takeBack(claims, own, paragraph.start);
      const after = attributions[i]!.length > 0 ? undefined : late[i + 1];
      const carried =
        after ??
        this.carried.ofQuotation(i, attributions, sentences, paragraph) ??
        this.carried.retelling(i, attributions, sentences, paragraph) ??
        this.carried.goingOn(i, attributions, sentences, own);
      if (attributions[i]!.length === 0 && assertsNothing(sentence)) return;
      // A heading without a verb names what follows.
      if (attributions[i]!.length === 0 && sentence.headline && sentence.clauses.length + sentence.times.length === 0)
        return;
      // A number alone in its line is a cell of a table or a mark of the page: it counts nothing that the text tells.
      if (!sentence.words.some((word) => /\p{L}/u.test(word.text))) return;
      const goesOn =
        attributions[i]!.length > 0
          ? undefined
          : continuedTelling(sentence, sentences[i - 1], attributions[i - 1] ?? [], running);
      running = goesOn?.claimant;
      const drafted = draftClaims(sentence, attributions[i]!, own, carried, {
        antecedent: this.antecedent,
        counted: this.lastCounted,
        speaker: speakerIn(attributions[i]!) ?? this.nearSpeaker,
        continued: goesOn,
        published: this.options.published,
        period: this.period,
        inTurn: speaking !== undefined,
      });
      const made = drafted.filter(
        ({ anchor, claimant }) =>
          !isTakenBackHere(sentence, anchor) &&
          !isTimeAlone(claimant) &&
          // What somebody else is said to have written stands there as theirs, or as nobody's.
          !(introduced && claimant.name === own.name),
      );
      const held = carried === undefined ? undefined : speakerIn([carried]);
      this.nearSpeaker =
        speakerIn(attributions[i]!) ?? held ?? (sentence.quoted.some(Boolean) ? this.nearSpeaker : undefined);
      const said = this.correcting && recallsOwnText(sentence, own) ? [] : made;
      const drafts = speaking === undefined ? said : said.map((draft) => spokenInTurn(draft, speaking));
      claims.push(...this.claimsOf(drafts, claims, spans[i]!, sentence, paragraph));
      this.period = periodAfter(this.period, sentence);
      this.lastCounted = lastCountedIn(drafts) ?? this.lastCounted;
      this.antecedent = earlierEventIn(drafts) ?? this.antecedent;
    });
    this.carried.carryOn(attributions, sentences, quotations, paragraph);
    this.statement = issuedHere(sentences, this.context) ?? this.statement;
    this.noteHead(sentences[0], paragraph);
    const last = sentences.at(-1);
    this.introduces = last !== undefined && !paragraph.headline && introducesOthers(last, own);
    return claims;
  }

  /** Leaves out what the writer is told to have said, from a place of the text on. */
  private takeBack(claims: Claim[], own: Claimant, from: number): void {
    const isOwn = ({ start, claimant, rules }: Claim) =>
      start >= from && claimant.name === own.name && rules[0] !== 'own-voice';
    claims.splice(0, claims.length, ...claims.filter((claim) => !isOwn(claim)));
  }

  /** Who is said at the head of the next paragraph to have told the last sentence of this one. */
  private lateIn(next: Paragraph | undefined, said: ParsedSentence | undefined): Attribution | undefined {
    const { text } = this.layer;
    if (next === undefined || next.headline || said === undefined) return undefined;
    if (!mayTellLate(text.slice(next.body, next.end))) return undefined;
    const [span] = splitSentences(text, next);
    return span === undefined ? undefined : lateTelling(this.parsed(span, [], next), said, this.context);
  }

  /** Whose words a paragraph is, where the line below it signs them. */
  private signatureIn(paragraph: Paragraph, next: Paragraph | undefined): Claimant | undefined {
    const { text } = this.layer;
    if (next?.headline !== true || paragraph.headline) return undefined;
    const line = text.slice(next.start, next.end);
    if (!line.includes(',')) return undefined;
    return signedBy(this.parsed(next, [], next), text.slice(paragraph.start, paragraph.end), this.context);
  }

  private attribute(sentence: ParsedSentence): Attribution[] {
    notePeople(sentence, this.context);
    noteShortForms(sentence, this.context);
    noteBodies(sentence, this.context);
    noteActor(sentence, this.context);
    const found = sentence.words.length === 0 ? [] : findAttributions(sentence, this.context);
    if (found.length === 0) noteSubject(sentence, this.context);
    notePapers(sentence, this.context);
    return found;
  }

  /**
   * The claims of a sentence, in its order. "He said A, adding that B", "after doing A, he did B": of two alike in everything but their words
   * one has its own clause for its passage, and the sentence is the passage of that which has no narrower one.
   */
  private claimsOf(
    drafts: readonly Draft[],
    before: readonly Claim[],
    span: { start: number; end: number },
    sentence: ParsedSentence,
    paragraph: Paragraph,
  ): Claim[] {
    const made = new Map<number, Claim>();
    const isNew = ({ id }: Claim) => ![...before, ...made.values()].some((one) => one.id === id);
    const order = drafts.map((_, at) => at);
    const isWhole = (at: number) => (fillsSentence(drafts[at]!, sentence) ? 0 : 1);
    for (const at of order.toSorted((a, b) => isWhole(a) - isWhole(b))) {
      const draft = afterPublication(drafts[at]!, this.options.published);
      const claim = claimOf(this.layer, draft, span, sentence, paragraph);
      const narrow = isNew(claim) ? undefined : clauseSpan(draft, sentence);
      const kept = narrow === undefined ? claim : claimOf(this.layer, draft, narrow, sentence, paragraph);
      if (isNew(kept)) made.set(at, kept);
    }
    return order.flatMap((at) => made.get(at) ?? []);
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
    const near = quotations.filter((quotation) => quotation.close > span.start && quotation.open < span.end);
    const first = this.parsed(span, near, paragraph);
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
    const year = yearAsSubject(sentence.words, this.options.published);
    this.times = [...this.times, ...(year === undefined ? [] : [year]), ...statedTimes(sentence)].slice(-LATELY);
    for (const vessel of sentence.vessels) this.vessels.add(vessel.text);
    this.lastNamed = lastPersonIn(sentence) ?? this.lastNamed;
    return sentence;
  }

  private parsed(
    span: { start: number; end: number },
    kept: readonly Quotation[],
    { headline, day }: Paragraph,
  ): ParsedSentence {
    return parseSentence(this.layer.text, span, {
      published: this.options.published,
      earlier: this.times,
      history: this.history,
      vessels: this.vessels,
      personBefore: this.lastNamed,
      headline,
      day,
      isQuoted: (start, end) => kept.some((quotation) => start >= quotation.start && end <= quotation.end),
    });
  }
}
