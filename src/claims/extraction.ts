import type { CalendarDate } from '../core/calendar.ts';
import type { DateInterval } from '../core/interval.ts';
import { deepFreeze } from '../core/json.ts';
import type { TextLayer } from '../documents/text/text-layer.ts';
import { readableLayer } from '../documents/text/unread.ts';
import { findFrames } from './attribution/attribution.ts';
import { noteDocuments } from './attribution/issued-document.ts';
import { noteActor, noteBodies, notePeople, noteShortForms, noteSubject } from './attribution/noted-names.ts';
import { headedBy, issuedHere } from './attribution/printed-statement.ts';
import { findQuotations, type Quotation } from './attribution/quotation.ts';
import {
  isKindInMarks,
  isVerbInMarks,
  quoteFrame,
  speakerIn,
  UNKNOWN_SPEAKER,
} from './attribution/quotation-speaker.ts';
import { SpeakerContext } from './attribution/speaker-context.ts';
import { type Turn, turnsOf } from './attribution/transcript.ts';
import { TranscriptSpeakers } from './attribution/transcript-speakers.ts';
import { assertsNothing } from './events/own-voice.ts';
import type { Antecedent } from './events/reference-back.ts';
import type { Claim, Claimant } from './model/claim.ts';
import { claimIdOf } from './model/claim-id.ts';
import { homeOf } from './names/home-country.ts';
import { findMentions } from './names/mention.ts';
import { findVessels } from './names/vessel-name.ts';
import { type Counted, countedOf } from './quantities/quantity-extraction.ts';
import { withBases } from './sentence/part-bases.ts';
import { clauseSpan, LONGEST_QUOTE, passageOf, spanIn } from './sentence/passage.ts';
import { type Draft, draftClaims } from './sentence/sentence-claims.ts';
import type { Frame, ReadSentence } from './syntax/parsed-sentence.ts';
import { findVerbGroups } from './syntax/verb-group.ts';
import { captionIn, claimedInCaption } from './tables/caption.ts';
import { TableReading } from './tables/table-reading.ts';
import { findTimes } from './times/time-expression.ts';
import { type Paragraph, paragraphsOf } from './tokens/paragraph.ts';
import { splitSentences } from './tokens/sentence.ts';
import { tokenize } from './tokens/token.ts';

/** Version of the rules: claims of two versions may differ, and the run of an extractor is logged with it. */
export const EXTRACTOR_VERSION = 'claims/8';

/** How many times told before a sentence "the same day" may mean. */
const LATELY = 8;

export type ExtractionOptions = {
  /** Whose document it is: the claimant of what the text says in its own voice. */
  readonly source: Claimant;
  /** Day of publication, against which "on Tuesday" is resolved; without it relative dates stay open. */
  readonly published: CalendarDate | null;
  /** Called after each paragraph with the share done, for documents of hundreds of pages. */
  readonly onProgress?: (done: number, total: number) => void;
};

/**
 * The claims of a document in the order of its text. The same text, source and date give the same claims; nothing is
 * looked up outside. A claimant that the text does not make plain stays `unnamed`.
 */
export function extractClaims(whole: TextLayer, options: ExtractionOptions): Claim[] {
  const layer = readableLayer(whole);
  if (layer.blocks.length === 0) return [];
  const tables = new TableReading(layer, options.published);
  const paragraphs = paragraphsOf(layer, (cell) => tables.isProse(cell));
  const reader = new DocumentReader(layer, options, homeOf(layer, paragraphs, options.source));
  const claims: Claim[] = [];
  const turns = turnsOf(layer.text, paragraphs);
  paragraphs.forEach((paragraph, i) => {
    const turn = turns[i];
    claims.push(...tables.claimsBefore(paragraph.start, reader.voice));
    const read =
      turn === undefined
        ? reader.read(paragraph, undefined)
        : reader.read({ ...paragraph, headline: false, body: turn.body }, turn);
    claims.push(...tables.timed(read, paragraph.start));
    options.onProgress?.(i + 1, paragraphs.length);
  });
  claims.push(...tables.claimsBefore(layer.text.length, reader.voice));
  return deepFreeze(claims.map(withBases));
}

/** What is carried from paragraph to paragraph of one document. */
class DocumentReader {
  private readonly layer: TextLayer;
  private readonly options: ExtractionOptions;
  private readonly context: SpeakerContext;
  /** Speaker of a quotation that the paragraph before left open, or that may go on in the next. */
  private openSpeaker: Frame | undefined;
  private lastSpeaker: Frame | undefined;
  private antecedent: Antecedent | undefined;
  private lastCounted: Counted | undefined;
  /** The times told last, for "the same day". */
  private told: readonly DateInterval[] = [];
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
      const aside = new DocumentReader(this.layer, this.options, this.context.home);
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
    const spans = splitSentences(text, paragraph);
    const sentences = spans.map((span) =>
      this.readSentence(
        span.start < paragraph.body ? { start: paragraph.body, end: Math.max(span.end, paragraph.body) } : span,
        quotations,
        paragraph,
      ),
    );
    // A headline is read before the names it abbreviates; what it says of speakers must not leak into the text.
    const frames: Frame[][] = [];
    for (const sentence of sentences) {
      notePeople(sentence, this.context);
      noteShortForms(sentence, this.context);
      noteBodies(sentence, this.context);
      noteActor(sentence, this.context);
      noteDocuments(sentence, this.context);
      const found = sentence.words.length === 0 ? [] : findFrames(sentence, this.context);
      if (found.length === 0) noteSubject(sentence, this.context);
      frames.push(found);
    }
    if (paragraph.headline) this.context.forgetSpeakers();
    const claims: Claim[] = [];
    sentences.forEach((sentence, i) => {
      if (sentence.words.length === 0) return;
      const holder = this.holderOf(sentence, i, frames, sentences, paragraph);
      if (frames[i]!.length === 0 && assertsNothing(sentence)) return;
      // A number alone in its line is a cell of a table or a mark of the page: it counts nothing that the text tells.
      if (!sentence.words.some((word) => /\p{L}/u.test(word.text))) return;
      const made = draftClaims(sentence, frames[i]!, own, holder, {
        antecedent: this.antecedent,
        counted: this.lastCounted,
        speaker: this.nearSpeaker,
      });
      const held = holder === undefined ? undefined : speakerIn([holder]);
      this.nearSpeaker =
        speakerIn(frames[i]!) ?? held ?? (sentence.quoted.some(Boolean) ? this.nearSpeaker : undefined);
      const speaking = voice ?? this.statement;
      const drafts = speaking === undefined ? made : made.map((draft) => spokenInTurn(draft, speaking));
      for (const draft of drafts) {
        const claim = this.finish(draft, spans[i]!, sentence, paragraph);
        const same = claims.find((other) => other.id === claim.id);
        if (same === undefined) claims.push(claim);
        else {
          // "He said A, adding that B": two assertions alike in everything but their words; the second has its own clause.
          const narrow = clauseSpan(draft, sentence);
          if (narrow === undefined) continue;
          const second = this.finish(draft, narrow, sentence, paragraph);
          if (!claims.some((other) => other.id === second.id)) claims.push(second);
        }
      }
      this.remember(drafts);
    });
    this.carryOn(frames, quotations, paragraph);
    this.statement = issuedHere(sentences, this.context) ?? this.statement;
    this.noteHead(sentences[0], paragraph);
    return claims;
  }

  private noteHead(sentence: ReadSentence | undefined, paragraph: Paragraph): void {
    const index = this.paragraphs++;
    if (sentence === undefined || this.headed !== undefined) return;
    this.headed = headedBy(sentence, index, this.layer.text.slice(paragraph.end), this.context);
    this.statement = this.headed ?? this.statement;
  }

  private readSentence(
    span: { start: number; end: number },
    quotations: readonly Quotation[],
    paragraph: Paragraph,
  ): ReadSentence {
    const { text } = this.layer;
    const all = tokenize(text, span.start, span.end);
    const near = quotations.filter((quotation) => quotation.close > span.start && quotation.open < span.end);
    const trivial = near.filter((quotation) => isVerbInMarks(all, quotation) || isKindInMarks(all, quotation));
    const words = all.filter((word) => !trivial.some(({ open, close }) => word.start === open || word.end === close));
    const mentions = findMentions(text, words);
    const times = findTimes(text, words, this.options.published, this.told);
    this.told = [...this.told, ...times].slice(-LATELY);
    const vessels = findVessels(text, words, mentions, this.vessels);
    for (const vessel of vessels) this.vessels.add(vessel.text);
    const quoted = words.map((word) =>
      near.some(
        (quotation) => !trivial.includes(quotation) && word.start >= quotation.start && word.end <= quotation.end,
      ),
    );
    return {
      text,
      words,
      mentions,
      times,
      groups: findVerbGroups(words),
      quoted,
      headline: paragraph.headline,
      vessels,
    };
  }

  /** Who speaks a quotation that has no attribution in its own sentence. */
  private holderOf(
    sentence: ReadSentence,
    index: number,
    frames: readonly Frame[][],
    sentences: readonly ReadSentence[],
    paragraph: Paragraph,
  ): Frame | undefined {
    const total = sentence.words.filter((word) => word.pos !== 'PUNCT').length;
    const inside = sentence.words.filter((word, i) => sentence.quoted[i] && word.pos !== 'PUNCT').length;
    if (total === 0 || inside * 2 < total || inside < total - 3) return undefined;
    if (
      frames[index]!.some((frame) => frame.content.some((run) => sentence.quoted.slice(run.from, run.to).some(Boolean)))
    )
      return undefined;
    const whole = { from: 0, to: sentence.words.length };
    const of = (frame: Frame, rule: string): Frame => ({
      ...frame,
      basis: 'states',
      cue: -1,
      content: [whole],
      relay: frame.relay,
      rules: [`attribution:${rule}`, ...frame.rules.filter((entry) => entry.startsWith('speaker:'))],
    });
    // The sentence before or after in this paragraph that attributes a quotation.
    for (let i = index - 1; i >= 0; i--) {
      const frame = quoteFrame(frames[i]!);
      if (frame !== undefined) return of(frame, 'quotation-goes-on');
      if (!sentences[i]!.quoted.some(Boolean)) break;
    }
    for (let i = index + 1; i < sentences.length; i++) {
      const frame = quoteFrame(frames[i]!);
      if (frame !== undefined && sentences[i]!.quoted[0] !== false) return of(frame, 'quotation-begins-before');
      if (frame !== undefined && index === 0 && sentences[i]!.words[0]?.text !== '"') break;
      if (!sentences[i]!.quoted.some(Boolean)) break;
    }
    const opens = /^["\u201c\u2018«'„]/.test(this.layer.text.slice(paragraph.start, paragraph.start + 1));
    const carried = this.openSpeaker ?? (opens ? this.lastSpeaker : undefined);
    return carried === undefined
      ? { ...UNKNOWN_SPEAKER, content: [whole] }
      : of(carried, this.openSpeaker === undefined ? 'quotation-of-last-speaker' : 'quotation-continued');
  }

  private carryOn(frames: readonly Frame[][], quotations: readonly Quotation[], paragraph: Paragraph): void {
    if (paragraph.headline) return;
    const speaking = [...frames]
      .reverse()
      .map(quoteFrame)
      .find((frame) => frame !== undefined);
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
      if (draft.predicate === 'said' || draft.predicate === 'denied' || draft.predicate === 'called-for') continue;
      const event = draft.quantities.find((quantity) =>
        /^(attack|launch|transfer|theft|strike|shipment|delivery|port call|ship-to-ship transfer|incident|vote)$/.test(
          quantity.counts,
        ),
      );
      this.antecedent = { predicate: draft.predicate, roles: draft.roles, counts: event?.counts, where: draft.where };
    }
  }

  private finish(
    draft: Draft,
    span: { start: number; end: number },
    sentence: ReadSentence,
    paragraph: Paragraph,
  ): Claim {
    const { text, document } = this.layer;
    const place = passageOf(
      text,
      draft.passage === undefined ? span : spanIn(sentence, draft.passage, span),
      sentence,
      draft,
    );
    const quote = text.slice(place.start, place.end);
    const { anchor: _, clause: __, passage: ___, dissent, ...fields } = draft;
    const quantities = draft.quantities.filter((quantity) => quote.includes(quantity.raw));
    const locator = {
      ...(paragraph.page === null ? {} : { page: paragraph.page }),
      ...(paragraph.paragraph === null ? {} : { paragraph: paragraph.paragraph }),
    };
    const claim = {
      document,
      ...place,
      quote,
      ...fields,
      quantities,
      status: 'proposed' as const,
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
