import { isSomebody } from '../lexicon/somebody.ts';
import { lexicalVerbs } from '../lexicon/verb-class.ts';
import { nounList } from '../lexicon/vocabulary.ts';
import { singularOf } from '../quantities/counted-noun.ts';
import { isSubject, type Party } from './clause.ts';
import type { ClauseDraft } from './mend-clauses.ts';
import { childBy, childrenBy, nounRun, type Phrases } from './phrase-span.ts';

const RELATIVE = /^(who|which|that|whom)$/;

/** The parties that the clause shares with another or has through a pronoun. */
export function takeOver(phrases: Phrases, clauses: readonly ClauseDraft[], place: number): void {
  const { arcs, words } = phrases;
  const clause = clauses[place]!;
  const through = relativePronoun(phrases, clause);
  if (arcs.labels[clause.head] === 'conj' && clause.joinedTo !== place && clauses[clause.joinedTo] !== undefined) {
    const up = clauses.findIndex(({ head }) => head === arcs.heads[clause.head]);
    let joined = clauses[up] ?? clauses[clause.joinedTo]!;
    // "has picked out addresses held by it and is pressing firms": a verb with an auxiliary of its own goes on with the finite verb.
    while (
      clause.form === 'finite' &&
      joined.form !== 'finite' &&
      clauses[joined.parent] !== undefined &&
      childBy(phrases, clause.head, 'aux', 'auxpass') !== undefined
    )
      joined = clauses[joined.parent]!;
    // What a passive shares with a passive is whom it befalls, an active with an active who does it.
    const shared = joined.passive ? joined.object : joined.subject;
    const party: Party | undefined =
      shared === undefined ? undefined : { head: shared.head, link: shared.link === 'own' ? 'conjunct' : shared.link };
    const without = !arcs.children[clause.head]!.some((child) => isSubject(arcs.labels[child]!));
    if (without && party !== undefined) {
      if (clause.passive) clause.object ??= party;
      else clause.subject ??= party;
    }
    return;
  }
  if (clause.relation === 'relcl' && arcs.heads[clause.head]! >= 0) {
    const antecedent: Party = {
      head: actAbove(phrases, clause) ?? somebodyAbove(phrases, through, arcs.heads[clause.head]!),
      link: 'antecedent',
      ...(hangsOnAnother(phrases, arcs.heads[clause.head]!, through) ? { unsure: true } : {}),
    };
    if (through !== undefined) {
      if (clause.subject?.head === through) clause.subject = antecedent;
      else if (clause.object?.head === through) clause.object = antecedent;
      // "the story that Norway gave guns to Chad": who received them is reported, and "that" is nobody.
      else if (clause.dative?.head === through)
        clause.dative =
          clause.object !== undefined && clause.obliques.some(({ preposition }) => preposition === 'to')
            ? undefined
            : antecedent;
    } else if (
      !clause.passive &&
      clause.object === undefined &&
      clause.subject !== undefined &&
      clause.complement === undefined
    )
      clause.object = antecedent;
    return;
  }
  if (clause.relation === 'acl' && arcs.heads[clause.head]! >= 0) {
    const noun: Party = { head: arcs.heads[clause.head]!, link: 'antecedent' };
    if (clause.form === 'past-participle') {
      clause.object ??= noun;
      clause.subject ??= causer(clauses, clause, noun.head);
    }
    // "the shipment of crude by the corps using the law": a thing uses nothing.
    else if (clause.form === 'participle')
      clause.subject ??=
        moverFrom(phrases, clauses, clause) ??
        (clause.lemma === 'use' && words[noun.head]!.pos === 'NOUN' && !isSomebody(singularOf(words[noun.head]!.lower))
          ? undefined
          : noun);
    else if (clause.form === 'infinitive') {
      const owner = childBy(phrases, noun.head, 'poss');
      clause.subject ??=
        owner === undefined ? controller(clauses, clause, phrases) : { head: owner, link: 'controlled' };
    }
    return;
  }
  const lacksSubject = clause.passive ? clause.object === undefined : clause.subject === undefined;
  if (!lacksSubject || clause.form === 'finite') return;
  const party = controller(clauses, clause, phrases);
  if (party === undefined || RELATIVE.test(words[party.head]!.lower)) return;
  if (clause.passive) clause.object = party;
  else clause.subject = party;
}

/** "Berg had the rifles shipped to Chad": whoever has it done, of what nobody suffers. */
function causer(clauses: readonly ClauseDraft[], { lemma, parent }: ClauseDraft, noun: number): Party | undefined {
  const above = clauses[parent];
  if (above?.lemma !== 'have' || above.object?.head !== noun || above.subject?.link !== 'own' || above.negated)
    return undefined;
  return /^(send|ship|deliver|transport|fly|truck|move|transfer|forward|smuggle|repackage|relabel|build|install|print|paint|repaint|register|transship|unload)$/.test(
    lemma,
  )
    ? { head: above.subject.head, link: 'controlled' }
    : undefined;
}

/** "is kept and managed by the bank": whoever does the second does the first, where nothing stands between them. */
export function shareAgent({ words, arcs }: Phrases, clauses: readonly ClauseDraft[], place: number): void {
  const first = clauses[place]!;
  if (!first.passive || first.subject !== undefined || first.obliques.some(({ at }) => at > first.head)) return;
  const joint = words[first.head + 1]?.lower ?? '';
  const next = words[first.head + 2]?.pos === 'ADV' ? first.head + 3 : first.head + 2;
  const second = clauses.find(({ head }) => head === next);
  if (!/^(and|or)$/.test(joint) || second === undefined || arcs.heads[next] !== first.head) return;
  if (second.passive && second.subject?.link === 'own') first.subject = { head: second.subject.head, link: 'conjunct' };
}

/** "The tanker left Narva carrying oil": whoever leaves or reaches a place carries it, though the parser hangs it on the place. */
function moverFrom(phrases: Phrases, clauses: readonly ClauseDraft[], clause: ClauseDraft): Party | undefined {
  const above = clauses[clause.parent];
  if (above === undefined || !/^(carry|transport|haul|bear|tow|bring|load)$/.test(clause.lemma)) return undefined;
  const moves =
    lexicalVerbs('leaves').has(above.lemma) || /^(reach|enter|cross|approach|near|transit|pass)$/.test(above.lemma);
  const isItsObject = above.object?.head === phrases.arcs.heads[clause.head] && !above.passive;
  return moves && isItsObject && above.subject !== undefined
    ? { head: above.subject.head, link: 'controlled' }
    : undefined;
}

/** "levelled accusations against Y for stealing": the one whom they are levelled against. */
function chargedIn(phrases: Phrases, { head, object }: ClauseDraft): number | undefined {
  const { words } = phrases;
  if (object?.link !== 'own' || !/^(accusations?|charges?|allegations?)$/.test(words[object.head]!.lower))
    return undefined;
  const against = [...childrenBy(phrases, object.head, 'prep'), ...childrenBy(phrases, head, 'prep')].find(
    (at) => words[at]!.lower === 'against',
  );
  return against === undefined ? undefined : childBy(phrases, against, 'pobj');
}

const RESPONSIBLE = /^(responsible|accountable|guilty|culpable|liable)$/;

/** Who does what an infinitive or gerund tells of: the object of a verb that moves somebody to it, else the subject above. */
function controller(clauses: readonly ClauseDraft[], clause: ClauseDraft, phrases: Phrases): Party | undefined {
  const above = clauses[clause.parent];
  if (above === undefined) return undefined;
  const { arcs, words } = phrases;
  const moved = above.passive ? above.object : (above.object ?? above.dative);
  const controlled = (party: Party | undefined): Party | undefined =>
    party === undefined ? undefined : { head: party.head, link: 'controlled' };
  // "accused Iran of shipping": the gerund after "of" is the doing of whoever is accused.
  if (clause.relation === 'pcomp') {
    const charged = chargedIn(phrases, above);
    if (charged !== undefined) return { head: charged, link: 'controlled' };
    const preposition = arcs.heads[clause.head]!;
    const holder = preposition < 0 ? -1 : arcs.heads[preposition]!;
    // "the decision of selling", "the company for shipping": after a noun it is the noun's.
    // "X was responsible for stealing": the one of whom it is said.
    if (holder >= 0 && holder === above.complement && RESPONSIBLE.test(words[holder]!.lower))
      return controlled(above.subject);
    if (holder >= 0 && holder !== above.head) {
      if (holder === above.object?.head && lexicalVerbs('accuses').has(above.lemma)) return controlled(above.object);
      const owner = childBy(phrases, holder, 'poss');
      return owner === undefined
        ? /^(NOUN|PROPN)$/.test(words[holder]!.pos) && words[preposition]!.lower === 'for'
          ? { head: holder, link: 'controlled' }
          : undefined
        : { head: owner, link: 'controlled' };
    }
    if (lexicalVerbs('accuses').has(above.lemma)) return controlled(moved);
    return controlled(above.passive ? above.object : above.subject);
  }
  // "used missiles to attack", "used accounts to launder": what is used does nothing of itself, and a passive names nobody who does.
  const tool = above.lemma === 'use' && above.object !== undefined && !isSomebodyUsed(phrases, above.object.head);
  // "told reporters, warning that": whoever tells goes on.
  const goesOn = clause.relation === 'advcl' && clause.form === 'participle';
  if (lexicalVerbs('moves').has(above.lemma) && moved !== undefined && !tool && !goesOn) return controlled(moved);
  if (tool) return controlled(above.subject);
  if (clause.relation === 'xcomp' || clause.relation === 'ccomp')
    return controlled(above.passive ? above.object : above.subject);
  // "charges in a scheme by X to fund its arms": whose scheme it is, and nobody who only tells of it.
  if (clause.relation === 'acl' && clause.form === 'infinitive') {
    const noun = arcs.heads[clause.head]!;
    const by = childrenBy(phrases, noun, 'prep', 'agent').find((at) => words[at]!.lower === 'by');
    const owner = childBy(phrases, noun, 'poss') ?? (by === undefined ? undefined : childBy(phrases, by, 'pobj'));
    if (owner !== undefined) return { head: owner, link: 'controlled' };
    // "made urgent by the US decision to ban": whose decision stands before the noun; who is told of besides decides nothing.
    if (
      /^(decision|plan|move|bid|effort|attempt|offer|pledge|threat|promise|proposal|agreement)$/.test(
        words[noun]!.lower,
      )
    ) {
      const named = childrenBy(phrases, noun, 'compound', 'nmod').find((at) => words[at]!.pos === 'PROPN');
      if (named !== undefined) return { head: named, link: 'controlled' };
      const isOwn = above.object?.head === noun && !above.passive;
      const isOf = /^(pobj|agent)$/.test(arcs.labels[noun]!) || (above.subject?.head === noun && above.passive);
      if (!isOwn && isOf) return undefined;
    }
  }
  if (clause.relation === 'advcl' || clause.relation === 'dep' || clause.relation === 'acl') {
    const main = above.passive ? above.object : above.subject;
    return controlled(main);
  }
  return undefined;
}

/** "used a Riga firm to sell boats": who is used may act, but no ship, place or other thing, whatever its name. */
function isSomebodyUsed(phrases: Phrases, at: number): boolean {
  const { words } = phrases;
  if (words[at]!.pos !== 'PROPN') return isSomebody(singularOf(words[at]!.lower));
  const { from, to } = nounRun(phrases, at);
  return words.slice(from, to).every(({ pos, lower }) => {
    const noun = singularOf(lower);
    return pos === 'PROPN' ? !nounList('spot').has(noun) : pos !== 'NOUN' || isSomebody(noun);
  });
}

/** "a raid on a convoy of the Red Crescent, which killed six": after a comma "which" may go back to any of the nouns. */
function hangsOnAnother({ arcs, words }: Phrases, noun: number, pronoun: number | undefined): boolean {
  if (pronoun === undefined || words[pronoun]!.lower === 'who' || words[pronoun - 1]?.text !== ',') return false;
  const preposition = arcs.heads[noun]!;
  if (arcs.labels[noun] !== 'pobj' || preposition < 0) return false;
  const above = arcs.heads[preposition]!;
  return above >= 0 && /^(NOUN|PROPN)$/.test(words[above]!.pos);
}

/** "a supplier of carbon fibre, who enlisted": the one of the nouns that can be "who". */
function somebodyAbove({ arcs, words }: Phrases, through: number | undefined, noun: number): number {
  if (through === undefined || words[through]!.lower !== 'who') return noun;
  const isWho = (at: number) => words[at]!.pos === 'PROPN' || isSomebody(singularOf(words[at]!.lower));
  const of = arcs.labels[noun] === 'pobj' ? arcs.heads[noun]! : -1;
  const above = of < 0 ? -1 : arcs.heads[of]!;
  return above >= 0 && words[above]!.pos === 'NOUN' && !isWho(noun) && isWho(above) ? above : noun;
}

/** "an attack on a hotel and a garden that killed 10": what kills is the attack, and not the place that it was made on. */
function actAbove({ arcs, words }: Phrases, { head, lemma, passive }: ClauseDraft): number | undefined {
  if (passive || !/^(kill|injure|wound|hurt|maim|destroy|damage)$/.test(lemma)) return undefined;
  let at = arcs.heads[head]!;
  if (arcs.labels[at] === 'conj' && words[arcs.heads[at]!]?.pos === 'NOUN') at = arcs.heads[at]!;
  const preposition = arcs.heads[at]!;
  const noun = singularOf(words[at]!.lower);
  if (arcs.labels[at] !== 'pobj' || preposition < 0 || (isSomebody(noun) && !nounList('spot').has(noun)))
    return undefined;
  const isAct = (one: number) => words[one]?.pos === 'NOUN' && nounList('event').has(singularOf(words[one]!.lower));
  const above = arcs.heads[preposition]!;
  if (above >= 0 && isAct(above)) return above;
  // "an air strike in October on a hospital that killed 42", with "on" hung on the verb.
  if (!/^(on|at|against|in)$/.test(words[preposition]!.lower)) return undefined;
  for (let one = preposition - 1; one > Math.max(0, preposition - 8) && words[one]!.pos !== 'PUNCT'; one--)
    if (isAct(one)) return one;
  return undefined;
}

function relativePronoun({ arcs, words }: Phrases, clause: ClauseDraft): number | undefined {
  return arcs.children[clause.head]!.find(
    (child) =>
      /^(nsubj|nsubjpass|dobj|dative)$/.test(arcs.labels[child]!) &&
      RELATIVE.test(words[child]!.lower) &&
      child < clause.head,
  );
}
