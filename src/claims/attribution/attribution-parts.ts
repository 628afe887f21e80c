import type { CueBasis } from '../lexicon/cue.ts';
import type { Claimant } from '../model/claim.ts';
import { nounPhraseAt, type Run } from '../names/phrase.ts';
import type { Speaker } from '../names/speaker-phrase.ts';
import { newsroomOf, speakerRunAfter } from '../syntax/clause.ts';
import type { Frame, ReadSentence } from '../syntax/parsed-sentence.ts';
import type { VerbGroup } from '../syntax/verb-group.ts';
import { readSpeaker } from './speaker.ts';
import type { SpeakerContext } from './speaker-context.ts';

/** An attribution by a verb, with the speaker for verbs that go on with the same one. */
export type VerbFrame = { readonly frame: Frame; readonly speaker?: Speaker };

/** Makes the attribution of a verb whose speaker and content are known, and remembers who spoke. */
export function made(
  sentence: ReadSentence,
  group: VerbGroup,
  basis: CueBasis,
  speaker: Speaker,
  content: Run[],
  rule: string,
  context: SpeakerContext,
): VerbFrame {
  const relay = [...toldTo(sentence, group, context), ...quotedIn(sentence, speaker)];
  context.spoke(speaker.claimant, speaker.plural);
  const own: Pick<Frame, 'plural' | 'cue' | 'lemma' | 'speaker'> = {
    plural: speaker.plural,
    cue: group.head,
    lemma: group.lemma,
    speaker: speaker.run,
  };
  const rules = [`attribution:${rule}:${group.lemma}`, `speaker:${speaker.rule}`];
  const span = content.filter((run) => run.to > run.from);
  const kept = span.length > 0 ? span : [{ from: group.to, to: group.to }];
  if (isUnconfirmed(sentence, group)) {
    const origin = claimBy(sentence, kept[0]!, context);
    // "could not confirm the ownership": nobody claimed it, the speaker only says what it does not know.
    if (origin === undefined && !sentence.words.slice(group.to, group.to + 8).some((word) => word.lower === 'that'))
      return {
        frame: { ...own, claimant: speaker.claimant, basis: 'states', content: kept, relay: [], rules },
        speaker,
      };
    const claimant: Claimant = origin ?? { name: 'unnamed', kind: 'unnamed' };
    return {
      frame: {
        ...own,
        claimant,
        basis: 'alleges',
        content: kept,
        relay: [],
        dissenter: speaker.claimant,
        rules: [...rules, 'dissent:not-confirmed'],
      },
      speaker,
    };
  }
  const turned = basis === 'states' && deniesWithin(sentence, kept);
  return {
    frame: {
      ...own,
      claimant: speaker.claimant,
      basis: turned ? 'denies' : group.negated && basis === 'denies' ? 'states' : basis,
      content: kept,
      relay,
      rules: turned ? [...rules, 'denial:in-what-is-said'] : rules,
    },
    speaker,
  };
}

/** "could not confirm", "was unable to verify": what follows is another's claim, which the speaker does not share. */
function isUnconfirmed(sentence: ReadSentence, group: VerbGroup): boolean {
  // "neither confirmed nor denied", "would not confirm or deny": what holds for the one verb holds for both.
  const joint = sentence.words[group.from]!.lower === 'nor' ? group.from : group.from - 1;
  const before = sentence.groups.find(({ to }) => to === joint);
  if (group.lemma === 'deny' && before !== undefined && /^n?or$/.test(sentence.words[joint]!.lower))
    return isUnconfirmed(sentence, before);
  if (!/^(confirm|verify|corroborate|substantiate)$/.test(group.lemma)) return false;
  return (
    group.negated ||
    sentence.words
      .slice(Math.max(0, group.from - 2), group.from)
      .some(({ lower }) => /^(unable|declined?|refused?|declines|refuses)$/.test(lower))
  );
}

/** `said it "categorically rejects" any claim`: the denial stands in what is said. */
function deniesWithin(sentence: ReadSentence, content: readonly Run[]): boolean {
  const first = sentence.groups.find(
    (other) => content.some((run) => other.from >= run.from && other.to <= run.to) && other.form === 'finite',
  );
  if (first === undefined || first.negated || !/^(deny|reject|refute|dismiss)$/.test(first.lemma)) return false;
  return /^(it|he|she|they|we|i|["“'‘])$/.test(sentence.words[first.from - 1]?.lower ?? '');
}

/** "told Reuters", "told the news site X", "told us": the newsroom that heard it passed it on. */
function toldTo(sentence: ReadSentence, group: VerbGroup, context: SpeakerContext): Claimant[] {
  const { words } = sentence;
  const next = words[group.to]?.lower ?? '';
  const to = group.lemma === 'tell' ? group.to : next === 'to' || next === 'in' ? group.to + 1 : -1;
  if (to < 0 || group.passive) return [];
  const heard = sentence.mentions.find(
    (mention) => mention.kind === 'newsroom' && mention.from >= to && mention.from <= to + 3,
  );
  if (heard !== undefined) return [newsroomOf(heard)];
  const run = nounPhraseAt(words, to);
  if (run === undefined || words[run.from]!.pos === 'PRON') return [];
  const name = sentence.text.slice(words[run.from]!.start, words[run.to - 1]!.end);
  const { source } = context;
  if (source.kind === 'newsroom' && (name === source.name || isInitials(name, source.name))) return [source];
  const kind =
    /\b(?:newspaper|agency|news site|website|broadcaster|magazine|station|channel|daily|outlet)\s+(\p{Lu}[\p{L} -]*)$/u.exec(
      name,
    ) ??
    /^(?:the )?(\p{Lu}[\p{L} -]*?)(?: (?:newspaper|news agency|agency|broadcaster|magazine|television|radio))$/u.exec(
      name,
    );
  return kind === null ? [] : [{ name: kind[1]!, kind: 'newsroom' }];
}

function isInitials(name: string, full: string): boolean {
  return (
    /^[A-Z]{2,5}$/.test(name) &&
    full
      .split(/\s+/)
      .map((part) => part[0])
      .join('') === name
  );
}

/** "Its envoy, quoted by the Tass agency, said". */
function quotedIn(sentence: ReadSentence, speaker: Speaker): Claimant[] {
  const { words } = sentence;
  for (let i = speaker.run.to; i < Math.min(words.length - 2, speaker.run.to + 4); i++)
    if (/^(quoted|cited)$/.test(words[i]!.lower) && words[i + 1]!.lower === 'by') {
      const outlet = sentence.mentions.find(
        (mention) => mention.kind === 'newsroom' && mention.from > i && mention.from <= i + 4,
      );
      if (outlet !== undefined) return [newsroomOf(outlet)];
    }
  return [];
}

/** "a claim by one Member State that …": who made what the speaker could not confirm. */
function claimBy(sentence: ReadSentence, content: Run, context: SpeakerContext): Claimant | undefined {
  for (let i = content.from; i < Math.min(content.to, content.from + 8); i++) {
    if (
      !/^(claims?|reports?|allegations?|assertions?|statements?|estimates?|information|figures?|accounts?)$/.test(
        sentence.words[i]!.lower,
      )
    )
      continue;
    const by = sentence.words[i + 1]?.lower;
    if (by === 'by' || by === 'from' || by === 'of') {
      const run = speakerRunAfter(sentence, i + 2);
      if (run !== undefined) return readSpeaker(sentence, run, undefined, context).claimant;
    }
    if (sentence.words[i - 1]?.text === "'s") {
      const owner = sentence.mentions.find((mention) => mention.to === i - 1);
      if (owner !== undefined)
        return readSpeaker(sentence, { from: owner.from, to: owner.to }, undefined, context).claimant;
    }
  }
  return undefined;
}
