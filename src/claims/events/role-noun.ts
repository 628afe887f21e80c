import { nounList, predicateWords } from '../lexicon/vocabulary.ts';
import { singularOf } from '../quantities/counted-noun.ts';

/** Goods and means: what is sent, stolen or used, by the last noun of its name. */
export function isThing(noun: string): boolean {
  const { goods, rocket } = predicateWords().classes;
  const last = singularOf(noun).split('-').pop()!;
  if (isDeed(last)) return false;
  return (
    ((goods ?? []).includes(last) && !/^(supply|part|lead|round)$/.test(noun)) ||
    (rocket ?? []).includes(last) ||
    nounList('means').has(last) ||
    nounList('thing').has(last)
  );
}

/** "attack", "shipment", "veto": a noun that tells a deed and is no party to it. */
export function isDeed(noun: string): boolean {
  return nounList('deed').has(singularOf(noun)) || nounList('deed').has(noun);
}
