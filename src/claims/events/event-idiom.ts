import { singularOf } from '../quantities/counted-noun.ts';
import type { Clause } from '../syntax/clause.ts';
import type { ParsedSentence } from '../syntax/parsed-sentence.ts';
import { childBy } from '../syntax/phrase-span.ts';
import { namesClass } from './event-words.ts';

/** Verbs of the vocabulary in phrases that mean another thing. */

export function isIdiom(sentence: ParsedSentence, clause: Clause): boolean {
  const { words } = sentence;
  const object = words[clause.object?.head ?? -1]?.lower ?? '';
  if (
    /^(provide|give|supply|offer|lend)$/.test(clause.lemma) &&
    /^(evidence|information|details?|support|cover|access|shelter|assistance|help|guidance|proof|way|rise|reason|voice|notice|example|update|credence|priority|statement|briefing)$/.test(
      object,
    )
  )
    return (
      !namesClass(sentence, clause.object!.head, 'goods') || /^(evidence|information|details?|proof)$/.test(object)
    );
  if (/^(pass|adopt|approve)$/.test(clause.lemma) && object === 'time') return true;
  if (/^(fire|shoot)$/.test(clause.lemma) && /^(back|question|official|minister|glance)$/.test(object)) return true;
  if (clause.lemma === 'carry' && /^(weight|risk|message|flag|report|out|name|story)$/.test(object)) return true;
  if (
    clause.lemma === 'launch' &&
    /^(investigation|inquiry|probe|campaign|talk|website|programme|program|product|bid|appeal|initiative|review|project|service|site)$/.test(
      singularOf(object),
    )
  )
    return true;
  if (clause.lemma === 'strike' && /^(deal|agreement|balance|chord|tone|pose)$/.test(object)) return true;
  if (clause.lemma === 'hit' && /^(back|out|headline)$/.test(object)) return true;
  if (clause.lemma === 'buy' && object === 'time') return true;
  if (/^(sanction|list)$/.test(clause.lemma) && clause.form === 'participle' && clause.object === undefined)
    return true;
  return (
    childBy(sentence, clause.head, 'prt') !== undefined &&
    /^(send-back|give-up|give-in|hit-back|strike-back|hand-down|pay-off|carry-on|launch-into|end-up|list-off|pass-away|fire-back|shoot-back)$/.test(
      clause.lemma,
    )
  );
}
