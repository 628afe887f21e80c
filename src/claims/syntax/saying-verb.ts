import { cueTables } from '../lexicon/cue.ts';
import { nounPhraseAt } from '../names/phrase.ts';
import type { Speaker } from '../names/speaker-phrase.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Word } from '../tokens/word.ts';
import type { ReadSentence } from './parsed-sentence.ts';
import type { VerbGroup } from './verb-group.ts';

/** "The Panel identified 13 cases": what a body saw itself is its own statement of fact. */
export function evidentialObject(sentence: ReadSentence, group: VerbGroup, speaker: Speaker): boolean {
  return (
    cueTables().evidential.has(group.lemma) &&
    speaker.rule !== 'unresolved' &&
    nounPhraseAt(sentence.words, group.to) !== undefined
  );
}

/** "plans to transfer", "vowed to": what the subject means to do. */
export function intendsBasis(words: readonly Word[], group: VerbGroup): boolean {
  return cueTables().intends.has(group.lemma) && words[group.to]?.lower === 'to';
}

/** "wants the Council to send", "asked the Council on Wednesday to": a request, when an infinitive follows the object. */
export function isRequest(words: readonly Word[], group: VerbGroup): boolean {
  const limit = Math.min(words.length - 1, group.to + 12);
  for (let i = group.to; i < limit; i++) {
    const word = words[i]!;
    if (word.lower === 'to' && /^(VERB|AUX|ADV)$/.test(words[i + 1]!.pos)) return i > group.to;
    if (word.pos === 'VERB' || /^(whether|if|that|what|why|how|about|[.;])$/.test(word.lower))
      return group.lemma === 'ask' && word.lower === 'that';
    if (word.lower === 'for' && group.lemma === 'ask' && i === group.to) return true;
  }
  return false;
}

/** "warned firms against hiring": a demand to leave something undone. */
export function isDissuading(words: readonly Word[], group: VerbGroup): boolean {
  for (let i = group.to; i < Math.min(words.length - 1, group.to + 9); i++) {
    if (words[i]!.lower === 'against') return /ing$/.test(words[i + 1]!.lower);
    if (/^(VERB|AUX|PUNCT|SCONJ)$/.test(words[i]!.pos)) return false;
  }
  return false;
}

/** `called Russia's veto "a guilty plea"`, `called the story a fabrication`: a judgement on something. */
export function isNaming(sentence: ReadSentence, group: VerbGroup): boolean {
  const that = sentence.words[group.to]?.lower === 'that' && sentence.words[group.to + 1]?.pos === 'NOUN';
  const inner = nounPhraseAt(sentence.words, that ? group.to + 1 : group.to);
  if (inner === undefined) return false;
  const object = that ? { from: group.to, to: inner.to } : inner;
  const rest = sentence.words[object.to];
  if (
    /^(describe|characterise|characterize|portray|depict|denounce|decry)$/.test(group.lemma) &&
    sentence.words.slice(object.to, object.to + 12).some((word) => word.lower === 'as')
  )
    return true;
  if (sentence.quoted[group.to] || rest === undefined) return false;
  if (/^["\u201c\u2018']$/.test(rest.text) || sentence.quoted[object.to]) return true;
  if (isDismissive(sentence.words, group)) return true;
  if (quotedBehindObject(sentence, group, object.to)) return true;
  // "calls it illegal", "called the missile hypersonic".
  if (rest.pos === 'ADJ' || (sentence.words[object.from]!.pos === 'PRON' && rest.pos === 'NOUN')) return true;
  for (let i = object.from + 1; i < object.to; i++) if (/^(a|an)$/.test(sentence.words[i]!.lower)) return true;
  // "called the plan piracy": two nouns side by side that make no compound with an article of their own.
  if (
    /^(the|that|this|its|their|his|her)$/.test(sentence.words[object.from]!.lower) &&
    object.to - object.from === 3 &&
    sentence.words[object.to - 1]!.pos === 'NOUN' &&
    sentence.words[object.to - 2]!.pos === 'NOUN' &&
    /^(call|brand|dub|label|deem)$/.test(group.lemma)
  )
    return true;
  return /^(a|an)$/.test(rest.lower);
}

/** "calling the 23 launches this year, including six of long range, “a grave threat”": phrases may part object and name. */
function quotedBehindObject(sentence: ReadSentence, group: VerbGroup, from: number): boolean {
  const next = sentence.groups.find((other) => other.from >= group.to && other.form === 'finite');
  const limit = Math.min(next?.from ?? sentence.words.length, from + 16);
  for (let i = from; i < limit; i++) if (sentence.quoted[i]) return /^(a|an|the|"|“)$/.test(sentence.words[i]!.lower);
  return false;
}

/** "The Panel traced 412 weapons": a verb of finding whose object is a figure or thing, without a verb of saying. */
export function isEvidential(sentence: ReadSentence, group: VerbGroup): boolean {
  if (group.modifiers.some((word) => /^(must|should|will|would|may|can|could)$/.test(word))) return false;
  return (
    cueTables().evidential.has(group.lemma) && !group.negated && nounPhraseAt(sentence.words, group.to) !== undefined
  );
}

/** "he said … that it had found": a second verb of finding with a pronoun adds no other speaker. */
export function isEcho(sentence: ReadSentence, group: VerbGroup, previous: Speaker | undefined): boolean {
  if (previous === undefined || !(cueTables().evidential.has(group.lemma) || cueTables().needsClause.has(group.lemma)))
    return false;
  if (sentence.words.slice(previous.run.to, group.from).some((word) => word.text === ';')) return false;
  return (
    /^(it|they|he|she|we|i)$/.test(sentence.words[group.from - 1]?.lower ?? '') &&
    !/^(say|add|tell|announce)$/.test(group.lemma)
  );
}

export function isOfTheView(words: readonly Word[], group: VerbGroup): boolean {
  return (
    group.lemma === 'be' && words[group.to]?.lower === 'of' && /^(view|opinion)$/.test(words[group.to + 2]?.lower ?? '')
  );
}

/** "provided evidence that Russia attacked": what the evidence shows is the provider's statement. */
export function provesThat(words: readonly Word[], group: VerbGroup): boolean {
  for (let i = group.to; i < Math.min(words.length - 1, group.to + 9); i++)
    if (
      words[i]!.lower === 'that' &&
      words
        .slice(group.to, i)
        .some((word) => /^(evidence|proof|information|details|data|indications|signs)$/.test(word.lower))
    )
      return true;
  return false;
}

/** "puts the figure at 1.5 trillion won". */
export function hasAt(words: readonly Word[], group: VerbGroup): boolean {
  // "set the price cap at": an act, and nobody's estimate.
  if (
    /^(set|place)$/.test(group.lemma) &&
    !words
      .slice(group.to, group.to + 6)
      .some((word) =>
        /^(estimates?|figure|number|toll|total|value|count|tally|cost|costs|losses|it|them)$/.test(word.lower),
      )
  )
    return false;
  for (let i = group.to; i < Math.min(words.length - 1, group.to + 12); i++)
    if (words[i]!.lower === 'at' && /^(NUM|SYM|ADV|ADP|DET|PUNCT|ADJ)$/.test(words[i + 1]!.pos)) return true;
  return false;
}

/** "has a lower estimate: N", "gave the Panel its own figure: N". */
export function givesFigure(words: readonly Word[], group: VerbGroup): boolean {
  for (let i = group.to; i < Math.min(words.length - 1, group.to + 9); i++)
    if (/^(estimate|figure|count|number|tally)$/.test(words[i]!.lower))
      return (
        words[i + 1]!.text === ':' || (words[i + 1]!.lower === 'of' && /^(NUM|SYM)$/.test(words[i + 2]?.pos ?? ''))
      );
  return false;
}

export function quoteSoon(sentence: ReadSentence, group: VerbGroup): boolean {
  return sentence.quoted.slice(group.to, group.to + 4).some(Boolean);
}

/** "dismissed the claim", "rejected it": what is turned down is something that was said; workers are dismissed otherwise. */
export function isDeniable(words: readonly Word[], group: VerbGroup): boolean {
  let at = group.to;
  while (/^(ADV|DET)$/.test(words[at]?.pos ?? '') && at < group.to + 4) at++;
  const object = nounPhraseAt(words, at);
  if (object === undefined) return true;
  const head = words[object.to - 1]!;
  // "denied the request", "denied access": a refusal, not a denial.
  if (
    group.lemma === 'deny' &&
    /^(requests?|access|permission|entry|consent|visas?|authori[sz]ation|approval|boarding|bail|inspections?|asylum|demands?)$/.test(
      head.lower,
    )
  )
    return false;
  // "rejected a resolution", "dismissed the motion": a vote or a refusal.
  if (
    /^(resolutions?|drafts?|motions?|bids?|proposals?|offers?|amendments?|plans?|texts?|invitations?|applications?)$/.test(
      head.lower,
    )
  )
    return false;
  if (cueTables().deniable.has(head.lower) || cueTables().deniable.has(singularOf(head.text))) return true;
  if (head.pos === 'PROPN' || head.pos === 'PRON') return true;
  return !/^(workers?|employees?|staff|officials?|ministers?|generals?|nationals|labou?rers?|people|contractors?|envoys?|judges?|chiefs?|commanders?|cases?|lawsuits?|appeals?)$/.test(
    head.lower,
  );
}

/** "linked the group to the theft", "traced the funds to an exchange": the link is what is asserted. */
export function links(words: readonly Word[], group: VerbGroup): boolean {
  if (!/^(link|tie|connect|attribute|trace)$/.test(group.lemma) || group.passive) return false;
  for (let i = group.to + 1; i < Math.min(words.length, group.to + 9); i++) {
    if (words[i]!.lower === 'to') return true;
    if (/^[.,;:]$/.test(words[i]!.text) || words[i]!.pos === 'VERB') return false;
  }
  return false;
}

/** "reiterated its call for", "issued an appeal to": the demand stands in the noun. */
export function isCall(words: readonly Word[], group: VerbGroup): boolean {
  if (!/^(reiterate|renew|repeat|reaffirm|issue|make|echo|join|voice|launch|support|back)$/.test(group.lemma))
    return false;
  for (let i = group.to; i < Math.min(words.length, group.to + 5); i++) {
    if (cueTables().callNouns.has(words[i]!.lower)) return /^(for|on|to|that|upon)$/.test(words[i + 1]?.lower ?? '');
    if (!/^(DET|ADJ|PRON|PART|PROPN|ADV)$/.test(words[i]!.pos)) return false;
  }
  return false;
}

export function isDismissive(words: readonly Word[], group: VerbGroup): boolean {
  return words.slice(group.to, group.to + 14).some((word) => cueTables().dismissive.has(word.lower));
}
