import type { Word } from '../tokens/word.ts';

/** What a figure of people counts once the words around it tell their fate; `to` is exclusive. */
export type Casualty = {
  readonly counts: 'person killed' | 'person injured' | 'person displaced' | 'person killed or injured';
  readonly to: number;
};

const KILLED =
  /^(killed|dead|died|killing|kills|perished|slain|murdered|massacred|slaughtered|fatalities|deaths|drowned)$/;
const INJURED = /^(wounded|injured|hurt|injuries|injuring|wounding|hurting|maimed|injures|wounds)$/;
const DISPLACED = /^(displaced|uprooted|displacing|uprooting)$/;
const PEOPLE =
  /^(person|person killed|person injured|person displaced|person killed or injured|civilian|soldier|man|woman|child|other|worker|sailor|fighter|resident|policeman|police officer|officer|villager|troop|serviceman|crewman|crew member|migrant|passenger|member|patient|student|guard|peacekeeper|blue helmet|dead|wounded|injured|victim|death|fatality|injury|boy|girl|rescuer|journalist|medic)$/;

/** Nouns that say nothing of who the people are, and so make no narrower count. */
const ANYBODY =
  /^(person(?: killed or injured| killed| injured| displaced)?|other|dead|wounded|injured|victim|death|fatality|injury)$/;

/**
 * "14 people were killed", "killed 14", "14 dead", "hurt 31": killed and injured are counts of different things, and a
 * figure of the one must never be compared with a figure of the other. Undefined for anything else.
 */
export function casualtyOf(
  words: readonly Word[],
  from: number,
  to: number,
  counts: string | undefined,
): Casualty | undefined {
  if (counts !== undefined && !PEOPLE.test(counts)) return undefined;
  const last = words[to - 1]?.lower ?? '';
  const own = counts === undefined ? undefined : fateOf(last);
  if (own !== undefined) return { counts: own, to };
  return fateAfter(words, to) ?? fateBefore(words, from, to) ?? (counts === undefined ? undefined : fateFar(words, to));
}

/** "killed or wounded": one figure for both. */
function either(words: readonly Word[], at: number): Casualty['counts'] | undefined {
  const fates = [fateOf(words[at]!.lower), fateOf(words[at + 2]?.lower ?? '')];
  return /^(or|and)$/.test(words[at + 1]?.lower ?? '') &&
    fates.includes('person killed') &&
    fates.includes('person injured')
    ? 'person killed or injured'
    : undefined;
}

/** How far after the people the verb of their fate may stand. */
const FAR = 16;

/** "300 soldiers sent to aid Russia in its war have been killed": the verb stands after what is said of them. */
function fateFar(words: readonly Word[], at: number): Casualty | undefined {
  const next = words[at];
  if (next === undefined || !(next.pos === 'VERB' || /^(who|that|from|of|in|on|at|fighting)$/.test(next.lower)))
    return undefined;
  for (let i = at; i < Math.min(words.length - 1, at + FAR); i++) {
    const word = words[i]!;
    if (/^[.;:"]$/.test(word.text) || /^(and|but|while|after|when|because)$/.test(word.lower) || word.pos === 'NUM')
      return undefined;
    if (!/^(were|was|been)$/.test(word.lower)) continue;
    const fate = fateOf(words[i + 1]!.lower);
    return fate === undefined ? undefined : { counts: either(words, i + 1) ?? fate, to: at };
  }
  return undefined;
}

/** The people counted, when they are not just anybody: "civilian". */
export function whoOf(counts: string | undefined): string | undefined {
  return counts === undefined || ANYBODY.test(counts) ? undefined : counts;
}

function fateOf(lower: string): Casualty['counts'] | undefined {
  if (KILLED.test(lower)) return 'person killed';
  if (DISPLACED.test(lower)) return 'person displaced';
  return INJURED.test(lower) ? 'person injured' : undefined;
}

/** "14 were killed", "70 wounded", "24 people had died". */
function fateAfter(words: readonly Word[], at: number): Casualty | undefined {
  for (let i = at; i < Math.min(words.length, at + 5); i++) {
    const { lower } = words[i]!;
    const fate = /ing$/.test(lower) ? undefined : fateOf(lower);
    if (fate !== undefined)
      return isActive(words, i) ? undefined : { counts: either(words, i) ?? fate, to: i === at ? i + 1 : at };
    if (
      words[i]!.pos !== 'ADV' &&
      !/^(were|was|are|is|have|had|has|been|others|also|reported|reportedly|people|left|more|of|whom|them|those)$/.test(
        lower,
      )
    )
      return undefined;
  }
  return undefined;
}

/** "50 soldiers killed three": who kills is not who is killed. */
function isActive(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  const lead = words[at - 1]?.lower ?? '';
  return (
    !/^(were|was|are|is|been|left)$/.test(lead) &&
    !/^(dead|died)$/.test(words[at]!.lower) &&
    next !== undefined &&
    /^(NUM|DET|PRON|PROPN)$/.test(next.pos)
  );
}

/** "killed at least 24", "injuring 64 others", "killed nine and hurt 31", "killed 14 people and 3 dogs" only for people. */
function fateBefore(words: readonly Word[], from: number, to: number): Casualty | undefined {
  for (let i = from - 1; i >= Math.max(0, from - 3); i--) {
    const { lower } = words[i]!;
    const fate = fateOf(lower);
    if (fate !== undefined)
      return (/^(dead|died|deaths|fatalities|injuries)$/.test(lower) &&
        !(lower === 'dead' && /^(shot|stabbed|beaten|hacked|burned|burnt)$/.test(words[i - 1]?.lower ?? ''))) ||
        /^(was|were|been|are|is)$/.test(words[i - 1]?.lower ?? '')
        ? undefined
        : { counts: fate, to };
    if (!/^(another|at|least|about|some|up|to|over|more|than|nearly|around|a|further|the|as|many)$/.test(lower))
      return undefined;
  }
  return undefined;
}

/** How far before its figure a toll may stand. */
const TOLL_REACH = 8;

/** "the death toll at around 130,000", "bringing the toll this year to 5,000": dead people, who have no noun of their own. */
export function tollBefore(words: readonly Word[], at: number): Casualty['counts'] | undefined {
  for (let i = at - 1; i >= Math.max(0, at - TOLL_REACH); i--) {
    const { lower } = words[i]!;
    if (/^[.;:"]$/.test(lower) || words[i]!.pos === 'NUM') return undefined;
    if (lower === 'toll') return words[i - 1]?.lower === 'casualty' ? 'person killed or injured' : 'person killed';
  }
  return undefined;
}

/** How far before its figure the subject of "reached" may stand. */
const SUBJECT_REACH = 10;

/** "casualties have surpassed 3,000", "the number of injured approaches 1,000": the subject says what the figure counts. */
export function casualtiesBefore(words: readonly Word[], at: number): Casualty['counts'] | undefined {
  let verb = at - 1;
  while (
    verb > at - 5 &&
    /^(at|to|least|about|around|nearly|almost|over|some|more|than|by)$/.test(words[verb]?.lower ?? '')
  )
    verb--;
  if (
    !/^(surpass|surpasses|surpassed|exceed|exceeds|exceeded|approach|approaches|approached|reach|reaches|reached|total|totals|totalled|totaled|top|tops|topped|stood|stands|rose|risen|climbed|hit|passed)$/.test(
      words[verb]?.lower ?? '',
    )
  )
    return undefined;
  for (let i = verb - 1; i >= Math.max(0, verb - SUBJECT_REACH); i--) {
    const { lower } = words[i]!;
    if (/^[.;:"]$/.test(lower) || words[i]!.pos === 'NUM') return undefined;
    if (/^casualties$/.test(lower)) return 'person killed or injured';
    const fate = /^(deaths|fatalities|dead|killed|injured|wounded|injuries|displaced)$/.test(lower)
      ? fateOf(lower)
      : undefined;
    if (fate !== undefined) return fate;
  }
  return undefined;
}
