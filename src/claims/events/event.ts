import { currencyNames } from '../lexicon/currency.ts';
import { lexicalVerbs } from '../lexicon/verb-class.ts';
import { eventNouns, lightVerbs, nounList } from '../lexicon/vocabulary.ts';
import type { Predicate } from '../model/claim.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childBy, childrenBy, conjunctsOf, isUnder, nounRun } from '../syntax/phrase-span.ts';
import { isIdiom } from './event-idiom.ts';
import { type EventTables, eventTables, inClass, namesClass, wordsOfThings } from './event-words.ts';
import { isResponsible } from './noun-parties.ts';
import { isPortCall, SHIPS } from './port-call.ts';

/** An event of the closed vocabulary, told by a verb with its clause or by a noun; `trigger` is that word. */
export type Event = { readonly predicate: Predicate; readonly trigger: number; readonly rule: string };

/** "This would be a violation of the resolution": words of a legal measure, or of its breach. */
export function speaksOfMeasures(words: readonly { readonly lower: string }[]): boolean {
  return words.some(({ lower }) =>
    /^(sanctions?|resolutions?|embargo(es)?|violations?|violates?|violated|violating|breach(es|ed)?|prohibit(s|ed)?|banned|mandate|veto)$/.test(
      lower,
    ),
  );
}

/** The event that a clause tells of; undefined for verbs outside the vocabulary. */
export function eventOfClause(sentence: ParsedSentence, clause: Clause): Event | undefined {
  const event = eventOfVerb(sentence, clause);
  return event !== undefined && isNoLonger(sentence, clause)
    ? { ...event, predicate: 'halted', rule: `no-longer+${event.rule}` }
    : event;
}

/** "will no longer carry crude": what was done is halted. "Took no longer than a day" is a length of time. */
function isNoLonger({ words, arcs }: ParsedSentence, { head }: Clause): boolean {
  return arcs.children[head]!.some(
    (child) => child < head && words[child]!.lower === 'longer' && words[child - 1]?.lower === 'no',
  );
}

function eventOfVerb(sentence: ParsedSentence, clause: Clause): Event | undefined {
  const of = (predicate: Predicate, rule: string): Event => ({ predicate, trigger: clause.head, rule });
  if (isIdiom(sentence, clause)) return undefined;
  // "have stopped carrying crude": what was done is halted.
  if (/^(stop|cease|quit|halt)$/.test(clause.lemma) && childBy(sentence, clause.head, 'xcomp') !== undefined)
    return of('halted', `${clause.lemma}+event`);
  const things = thingsOf(sentence, clause);
  // "struck 12 ships from its register", "struck it off": no blow.
  if (isStruckOff(sentence, clause)) return of('halted', 'strike-off');
  // "shot dead 40 people", "were stabbed to death".
  if (isKilling(sentence, clause)) return of('attacked', `${clause.lemma}-dead`);
  if (comesUnder(sentence, clause)) return of('attacked', `${clause.lemma}-under`);
  const light = lightEvent(sentence, clause, things);
  if (light !== undefined) return of(light, `${clause.lemma}+noun`);
  if (isPortCall(sentence, clause)) return of('called-at', `${clause.lemma}-port`);
  const occurred = occurrence(sentence, clause);
  if (occurred !== undefined)
    return { predicate: occurred, trigger: clause.subject!.head, rule: `noun+${clause.lemma}` };
  if (isMovement(sentence, clause)) return of('transferred', `${clause.lemma}-of-goods`);
  const answered = answeredFor(sentence, clause);
  if (answered !== undefined) return { ...answered, rule: `responsible+${answered.rule}` };
  const known = eventTables();
  if (isShipToShip(sentence, clause)) return of('ship-to-ship-transferred', clause.lemma);
  const bare = clause.lemma.split('-')[0]!;
  const entries = known.verbs.get(clause.lemma) ?? (clause.lemma === bare ? undefined : known.verbs.get(bare));
  if (entries === undefined) return goodsMoved(clause, things, known) ? of('transferred', clause.lemma) : undefined;
  // "armed with rifles", "arming itself": what somebody has, and nobody gives.
  if (/^(arm|rearm)$/.test(clause.lemma) && clause.passive) return undefined;
  for (const entry of entries) {
    if (entry.needs === 'goods' && handsWords(sentence, clause)) continue;
    if (
      entry.needs !== undefined &&
      !inClass(entry.needs, things, known) &&
      !(entry.needs === 'goods' && (isCountOnly(sentence, clause) || sendsPeople(clause, things, known))) &&
      !(entry.predicate === 'halted' && things.some((word) => SHIPS.test(word)))
    )
      continue;
    // "a package targeting the fleet": a measure hits nobody.
    if (clause.lemma === 'target' && isMeasure(sentence, clause)) continue;
    if (entry.predicate === 'attacked' && clause.lemma === 'target' && speaksOfSanctions(sentence)) {
      // "these schemes target firms and evade sanctions": only who lists others does so by targeting them.
      if (isDoneByAct(sentence, clause)) continue;
      return of('designated', clause.lemma);
    }
    // "seized 275 million" of thieves, "stole the show": money and goods alone are stolen.
    if (entry.predicate === 'attacked' && /^(hit|strike)$/.test(clause.lemma) && isFigureOnly(sentence, clause))
      continue;
    if (entry.predicate === 'attacked' && !isByActor(sentence, clause)) continue;
    return of(entry.predicate, clause.lemma);
  }
  return goodsMoved(clause, things, known) ? of('transferred', clause.lemma) : undefined;
}

function isKilling({ words }: ParsedSentence, { lemma, head, obliques }: Clause): boolean {
  if (!/^(shoot|stab|beat|hack|burn|torture)$/.test(lemma)) return false;
  return (
    words
      .slice(head + 1, head + 7)
      .some(
        ({ lower }, i, list) => lower === 'dead' && !list.slice(0, i).some(({ pos }) => /^(PUNCT|VERB)$/.test(pos)),
      ) || obliques.some(({ preposition, head: at }) => preposition === 'to' && words[at]!.lower === 'death')
  );
}

/** "The depot came under attack": it befell the subject. */
export function comesUnder({ words }: ParsedSentence, { lemma, obliques, passive }: Clause): boolean {
  return (
    !passive &&
    /^(come|be|remain|go)$/.test(lemma) &&
    obliques.some(
      ({ preposition, head }) =>
        preposition === 'under' &&
        /^(attack|fire|bombardment|shelling|shellfire|assault|airstrike)s?$/.test(words[head]!.lower),
    )
  );
}

/** Whether somebody or their weapon may have struck, and somebody or something that a blow hurts was struck. */
function isByActor(sentence: ParsedSentence, { lemma, subject, object }: Clause): boolean {
  const isOf = (list: string, party: Clause['subject']) =>
    party !== undefined && nounList(list).has(singularOf(sentence.words[party.head]!.lower));
  return !isOf('forces', subject) && !(/^(hit|strike)$/.test(lemma) && isOf('unhurt', object));
}

/** What somebody does: "schemes", "attacks", "hackers", and no authority or measure of one. */
function isDoneByAct({ words }: ParsedSentence, { subject }: Clause): boolean {
  return (
    subject?.link === 'own' &&
    /^(scheme|attack|campaign|plot|hacker|thief|gang|operation|group|actor|criminal|strike|raid)s?$/.test(
      words[subject.head]!.lower,
    )
  );
}

function isMeasure({ words }: ParsedSentence, { subject }: Clause): boolean {
  const noun = subject === undefined ? '' : singularOf(words[subject.head]!.lower);
  return /^(package|round|measure|sanction|restriction|penalty|listing|embargo|decision)$/.test(noun);
}

function isStruckOff({ words }: ParsedSentence, { lemma, obliques }: Clause): boolean {
  return (
    lemma === 'strike-off' ||
    (lemma === 'strike' &&
      obliques.some(
        ({ preposition, head }) =>
          /^(from|off)$/.test(preposition) &&
          /^(register|registry|list|book|books|roll|rolls|record|records|flag)$/.test(words[head]!.lower),
      ))
  );
}

const MOVES_GOODS =
  /^(post|deploy|bring|take|bring-in|bring-into|move|fly|route|float|load|offload|unload|hand-over|pass|lend|turn-over)$/;

/** "brought in 1,100 rifles", "took coal to Ningbo", "cargoes were passed to lighters": goods change their place. */
function goodsMoved(clause: Clause, things: readonly string[], known: EventTables): boolean {
  return (
    MOVES_GOODS.test(clause.lemma) &&
    (inClass('goods', things, known) || sendsPeople(clause, things, known)) &&
    (clause.obliques.some(({ preposition }) => /^(to|into|from)$/.test(preposition)) ||
      /-/.test(clause.lemma) ||
      clause.dative !== undefined)
  );
}

/** Singular lower-case words of what the verb takes: its object with all its conjuncts and what they are of. */
function thingsOf(sentence: ParsedSentence, clause: Clause): string[] {
  const heads = [
    clause.object?.head,
    ...(lexicalVerbs('supplies-with').has(clause.lemma)
      ? clause.obliques.filter(({ preposition }) => preposition === 'with').map(({ head }) => head)
      : []),
  ];
  return heads.flatMap((head) => (head === undefined ? [] : wordsOfThings(sentence, head)));
}

/** "received notifications", "sent a letter": words change hands, and no goods. */
function handsWords(sentence: ParsedSentence, clause: Clause): boolean {
  const object = clause.object?.head;
  if (object === undefined) return false;
  const noun = singularOf(sentence.words[object]!.lower);
  return nounList('words').has(noun) || nounList('document').has(noun);
}

/** "dispatched 1,500 labourers to Russia": people are sent as goods are. */
function sendsPeople({ lemma, obliques }: Clause, things: readonly string[], known: EventTables): boolean {
  return (
    /^(send|dispatch|provide|supply|deploy|post|fly|ship|transport)$/.test(lemma) &&
    (inClass('people', things, known) ||
      (obliques.some(({ preposition }) => preposition === 'to') &&
        things.some((word) => /(?:er|man|ist|or|ian|eer|crew|team|artist|medic)$/.test(word))))
  );
}

/** "Chad sent 18 more": only the number is reported again; what it counts stood before. */
function isCountOnly(sentence: ParsedSentence, clause: Clause): boolean {
  const object = clause.object?.head;
  return (
    object !== undefined &&
    sentence.words[object]!.pos === 'NUM' &&
    sentence.clauses.some((other) => other !== clause && other.lemma === clause.lemma)
  );
}

/** "hit 500,000 barrels", "struck $3 million": an amount that was reached. */
function isFigureOnly(sentence: ParsedSentence, clause: Clause): boolean {
  const object = clause.object?.head;
  if (object === undefined || clause.passive) return object === undefined;
  return (
    sentence.words[object]!.pos === 'NUM' ||
    /^(level|percent|record|high|low|peak|barrel|tonne|ton|total|deal|agreement|note|balance|bargain)$/.test(
      singularOf(sentence.words[object]!.lower),
    )
  );
}

function speaksOfSanctions({ words }: ParsedSentence): boolean {
  return words.some(
    ({ lower }, i) =>
      /^(sanction(s|ed|ing)?|blacklist(s|ed)?|designat(es|ed|ion|ions)|ofac|treasury)$/.test(lower) ||
      (lower === 'state' && words[i + 1]?.lower === 'department'),
  );
}

function isShipToShip(sentence: ParsedSentence, clause: Clause): boolean {
  if (
    !/^(transfer|deliver|receive|send|conduct|carry-out|perform|undertake|complete|execute|transship|tranship|load|take|hand|hand-over|pass|unload|offload|move)$/.test(
      clause.lemma,
    )
  )
    return false;
  return sentence.words.some(
    ({ lower }, at) =>
      /^(ship-to-ship|sts)$/.test(lower) &&
      isUnder(sentence, at, clause.head) &&
      sentence.clauseOf[at] === sentence.clauses.indexOf(clause),
  );
}

function lightEvent(sentence: ParsedSentence, clause: Clause, things: readonly string[]): Predicate | undefined {
  const object = clause.object?.head;
  if (object === undefined) return undefined;
  const nouns = conjunctsOf(sentence, object).map((one) => singularOf(sentence.words[one]!.lower));
  const near = [
    ...things,
    ...clause.obliques.flatMap(({ head, preposition }) => [preposition, ...wordsOfThings(sentence, head)]),
  ];
  for (const [predicate, entry] of Object.entries(lightVerbs())) {
    if (!entry.verbs.includes(clause.lemma) && !entry.verbs.includes(clause.lemma.split('-')[0]!)) continue;
    if (!nouns.some((noun) => entry.nouns.includes(noun))) continue;
    if (entry.with !== undefined && entry.with.length > 0 && !near.some((word) => entry.with!.includes(word))) continue;
    if (entry.with !== undefined && entry.with.length === 0 && !near.some((word) => /^(on|to|under)$/.test(word)))
      continue;
    return predicate as Predicate;
  }
  return undefined;
}

/** "A ship-to-ship transfer took place", "the launch occurred": the subject names the event. */
function occurrence(sentence: ParsedSentence, clause: Clause): Predicate | undefined {
  const takesPlace = clause.lemma === 'take' && sentence.words[clause.object?.head ?? -1]?.lower === 'place';
  if ((!takesPlace && !/^(occur|happen)$/.test(clause.lemma)) || clause.subject === undefined) return undefined;
  return eventOfNoun(sentence, clause.subject.head)?.predicate;
}

/** "X was responsible for the theft": the event for which somebody is said to answer. */
function answeredFor(sentence: ParsedSentence, { complement }: Clause): Event | undefined {
  if (complement === undefined || !isResponsible(sentence, complement)) return undefined;
  return childrenBy(sentence, complement, 'prep')
    .filter((at) => sentence.words[at]!.lower === 'for')
    .flatMap((at) => childrenBy(sentence, at, 'pobj'))
    .map((noun) => eventOfNoun(sentence, noun))
    .find((event) => event !== undefined);
}

/** The event that a noun tells of: "delivery", "attack"; undefined for other nouns. */
export function eventOfNoun(sentence: ParsedSentence, at: number): Event | undefined {
  const word = sentence.words[at];
  // "5 million dollars in exports to Chad": the event of which it is the amount.
  const amount = word === undefined ? undefined : amountOfEvent(sentence, at);
  if (amount !== undefined) return eventOfNoun(sentence, amount);
  if (word === undefined || !/^(NOUN|PROPN)$/.test(word.pos)) return undefined;
  const noun = singularOf(word.lower);
  // "identity theft": a fraud, by which nothing that is counted is taken.
  if (
    noun === 'theft' &&
    childrenBy(sentence, at, 'compound', 'nmod').some((one) => sentence.words[one]!.lower === 'identity')
  )
    return undefined;
  const known = eventTables();
  for (const [predicate, entry] of Object.entries(eventNouns())) {
    if (!entry.nouns.includes(noun)) continue;
    const near = wordsOfThings(sentence, at).filter((other) => other !== noun);
    const fits =
      entry.with === undefined ||
      entry.with.some((name) => (known.classes.has(name) ? inClass(name, near, known) : near.includes(name)));
    if (fits) return { predicate: predicate as Predicate, trigger: at, rule: `noun:${noun}` };
  }
  return undefined;
}

/** The noun of handing over behind an amount of money: "$5 million in exports", "40 million euros' worth of sales". */
export function amountOfEvent(sentence: ParsedSentence, at: number): number | undefined {
  const { words } = sentence;
  if (words[at]!.pos !== 'NUM' && words[at]!.pos !== 'SYM' && !currencyNames().has(words[at]!.lower)) return undefined;
  const [held] = childrenBy(sentence, at, 'prep')
    .filter((one) => /^(in|of)$/.test(words[one]!.lower))
    .flatMap((one) => childrenBy(sentence, one, 'pobj'));
  return held !== undefined && handingNoun(sentence, held) ? held : undefined;
}

/** "supply", "deliveries": a noun of handing goods over, whatever the goods. */
export function handingNoun({ words }: ParsedSentence, at: number): boolean {
  return words[at]!.pos === 'NOUN' && nounList('handing').has(singularOf(words[at]!.lower));
}

const AMOUNTS = /^(number|volume|amount|total|quantity|tonnage|count)$/;

/** "the number of wagons sent by X into Y was 1,900": the clause after what is counted tells the event of the figure. */
function eventOfCounted(sentence: ParsedSentence, subject: number): Event | undefined {
  if (!AMOUNTS.test(sentence.words[subject]!.lower)) return undefined;
  const of = childrenBy(sentence, subject, 'prep').find((at) => sentence.words[at]!.lower === 'of');
  const counted = of === undefined ? undefined : childBy(sentence, of, 'pobj');
  const stated = sentence.clauses.find(
    ({ head, relation }) => /^(acl|relcl)$/.test(relation) && sentence.arcs.heads[head] === counted,
  );
  return stated === undefined ? undefined : eventOfClause(sentence, stated);
}

/** "The deliveries of rifles to Somalia were frequent", "exports of coal reached": the subject names the event with its parties. */
export function eventOfSubject(sentence: ParsedSentence, clause: Clause): Event | undefined {
  const verbs =
    lexicalVerbs('amounts').has(clause.lemma) ||
    /^(continue|resume|begin|start|persist|go-on|stop|end|surge)$/.test(clause.lemma);
  const subject = clause.subject?.link === 'own' ? clause.subject.head : undefined;
  if (!verbs || subject === undefined || childrenBy(sentence, subject, 'prep', 'poss').length === 0) return undefined;
  return eventOfCounted(sentence, subject) ?? eventOfNoun(sentence, subject);
}

/** "The cargoes came to 90,000 barrels": how much they were, and not where they went. */
function comesToAmount(sentence: ParsedSentence, { lemma, obliques }: Clause): boolean {
  return (
    /^(come|run|get)$/.test(lemma) &&
    obliques.some(
      ({ preposition, head }) =>
        preposition === 'to' &&
        (sentence.words[head]!.pos === 'NUM' || childBy(sentence, head, 'nummod') !== undefined),
    )
  );
}

/** "the tanker Ela" as well as "the tanker". */
function isShip(sentence: ParsedSentence, at: number): boolean {
  const { from, to } = nounRun(sentence, at);
  return (
    sentence.words.slice(from, to).some(({ lower }) => SHIPS.test(singularOf(lower))) ||
    sentence.vessels.some((vessel) => at >= vessel.from && at < vessel.to)
  );
}

const MOVEMENT = /^(reach|arrive|enter|cross|flow|come|go|leave|pour|get)$/;

/** "11 howitzers reached the Brigades from Jordan": goods that move of themselves in the telling. */
export function isMovement(sentence: ParsedSentence, clause: Clause): boolean {
  return (
    MOVEMENT.test(clause.lemma.split('-')[0]!) &&
    !clause.passive &&
    clause.subject !== undefined &&
    namesClass(sentence, clause.subject.head, 'goods') &&
    // "Seizures of heroin reached record highs": what was done to goods does not move.
    !nounList('undergone').has(singularOf(sentence.words[clause.subject.head]!.lower)) &&
    !(clause.object !== undefined && nounList('unhurt').has(singularOf(sentence.words[clause.object.head]!.lower))) &&
    !isShip(sentence, clause.subject.head) &&
    !comesToAmount(sentence, clause) &&
    (clause.object !== undefined ||
      clause.obliques.some(({ preposition }) => /^(to|from|into|at|in)$/.test(preposition)))
  );
}
