import type { Span } from '../../documents/text/text-layer.ts';
import type { IdentifierMention, NameMention } from '../model/mention.ts';
import type { FoundIdentifier } from './find-identifiers.ts';

/** Between a name and its identifier where the two stand together: brackets, commas, labels and short words of the language. */
const TOGETHER = 28;
/** Where one sentence ends. */
const SENTENCE_END = /[.!?](?=\s+[\p{Lu}\p{Lo}"“«])|[。！？\n]/u;

/** Words by which an account is said to be somebody's after its number. */
const BELONGS =
  /^[\s,)]*(?:[\p{L}'’]+[\s,]+){0,6}(?:belong(?:s|ed|ing)? to|attribut\w+ to|held by|owned by|принадлежит|принадлежал\p{L}*)\s+(?:the\s+)?$/u;
const PAID_TO = /(?<![\p{L}])(?:to|into|towards)\s+(?:the\s+|an?\s+)?(?:[\p{L}]+\s+)?$/u;
/** Words before a name by which it is only who says so. */
const ATTRIBUTES = /^[\s,)]*(?:an? \w+ )?(?:that|which)\s+$/;

/**
 * Whose an identifier is, as the text puts it: the name that stands right before it, or the last one before it in the same sentence that
 * can have such a number. Where several could, or none, that is left open: an identifier given to the wrong one is worse.
 */
export function holderOf(
  text: string,
  identifier: FoundIdentifier,
  names: readonly NameMention[],
  isBank: (name: string) => boolean,
): NameMention | null {
  const before = names.filter(({ end }) => end <= identifier.start);
  const last = before.at(-1);
  const next = names.find(({ start }) => start >= identifier.end);
  switch (identifier.scheme) {
    case 'imo':
    case 'mmsi':
    case 'call-sign': {
      if (last !== undefined && standsWith(text, last, identifier)) return last;
      const ships = before.filter(({ kind }) => kind === 'vessel');
      return sameSentence(text, ships.at(-1), identifier);
    }
    case 'passport':
      return sameSentence(text, before.filter(({ kind }) => kind === 'person').at(-1), identifier);
    case 'aircraft-registration':
      return sameSentence(text, before.filter(({ kind }) => kind === 'aircraft').at(-1), identifier);
    case 'registration':
    case 'imo-company':
      return last?.kind === 'organisation' && standsWith(text, last, identifier) ? last : null;
    default: {
      if (next !== undefined) {
        const between = text.slice(identifier.end, next.start);
        if (BELONGS.test(between)) return next;
        const further = names.find(({ start }) => start >= next.end);
        if (ATTRIBUTES.test(between) && further !== undefined && BELONGS.test(text.slice(next.end, further.start)))
          return further;
      }
      // What is paid to an account is paid by somebody else.
      if (PAID_TO.test(text.slice(Math.max(0, identifier.start - 30), identifier.start))) return null;
      return sameSentence(text, before.filter((name) => mayHold(name) && !isBank(name.text)).at(-1), identifier);
    }
  }
}

/** All identifiers, each with its holder. */
export function withHolders(
  text: string,
  identifiers: readonly FoundIdentifier[],
  names: readonly NameMention[],
  isBank: (name: string) => boolean,
): readonly IdentifierMention[] {
  return identifiers.map((one) => Object.freeze({ ...one, holder: holderOf(text, one, names, isBank)?.start ?? null }));
}

function mayHold({ kind }: NameMention): boolean {
  return kind === 'person' || kind === 'organisation';
}

/** Right before it, with nothing between but marks, a label and what belongs to a ship's name or number. */
export function standsWith(text: string, name: Span, identifier: Span): boolean {
  const between = text.slice(name.end, identifier.start);
  return (
    between.length <= TOGETHER &&
    /^["'”’»」』]?\s?(?:호|号|轮)?[\p{Script=Hangul}]{0,2}\s?[,;(（[:]?\s*(?:IMO|ИМО|with|MMSI|call|sign|No|no|number|registered|reg)?[\s.:№()（]*(?:No|number|sign|番号)?[\s.:№]*$/u.test(
      between,
    )
  );
}

function sameSentence(text: string, name: NameMention | undefined, identifier: Span): NameMention | null {
  if (name === undefined) return null;
  return SENTENCE_END.test(text.slice(name.end, identifier.start)) ? null : name;
}
