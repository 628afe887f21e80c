import type { Decimal } from '../../core/decimal.ts';
import type { Regime } from './regime.ts';

/** A way to write a unit, and what one of it makes in the unit that the caps use. */
export type UnitForm = {
  readonly unit: string;
  readonly times: Decimal | null;
  readonly dividedBy: Decimal | null;
};

/** The words of a regime, by every form in which they may be given. */
export type Words = {
  readonly acts: ReadonlyMap<
    string,
    {
      readonly id: string;
      readonly acts: readonly string[];
      readonly impliesGoods: string | null;
      readonly otherGoods: string | null;
      readonly goods: boolean;
    }
  >;
  readonly actNames: readonly string[];
  readonly circumstances: ReadonlyMap<
    string,
    {
      readonly id: string;
      readonly withCountry: boolean;
      readonly involvesTarget: boolean;
      readonly includes: readonly string[];
    }
  >;
  readonly circumstanceNames: readonly string[];
  /** Circumstances by the first word of a goods' name that states them. */
  readonly goodsWords: ReadonlyMap<string, readonly string[]>;
  readonly units: ReadonlyMap<string, UnitForm>;
  readonly unitNames: readonly string[];
};

export function indexWords(regime: Pick<Regime, 'acts' | 'circumstances' | 'units'>): Words {
  const alsoOf = new Map(regime.acts.map((act) => [act.id, act.alsoA]));
  const chain = (id: string): string[] => {
    const ids = [id];
    for (let next = alsoOf.get(id); next !== undefined && !ids.includes(next); next = alsoOf.get(next)) ids.push(next);
    return ids;
  };
  const acts = new Map<string, Words['acts'] extends ReadonlyMap<string, infer Act> ? Act : never>();
  for (const act of regime.acts) {
    const { id, impliesGoods = null, otherGoods = null, goods } = act;
    const value = { id, acts: chain(id), impliesGoods, otherGoods, goods };
    for (const form of [act.id, ...act.synonyms]) acts.set(form, value);
  }
  const circumstances = new Map<
    string,
    { id: string; withCountry: boolean; involvesTarget: boolean; includes: readonly string[] }
  >();
  for (const entry of regime.circumstances) {
    const value = {
      id: entry.id,
      withCountry: entry.withCountry === true,
      involvesTarget: entry.involvesTarget === true,
      includes: entry.includes,
    };
    for (const form of [entry.id, ...entry.synonyms]) circumstances.set(form, value);
  }
  const goodsWords = new Map<string, string[]>();
  for (const { id, goodsWord } of regime.circumstances)
    if (goodsWord !== undefined) goodsWords.set(goodsWord, [...(goodsWords.get(goodsWord) ?? []), id]);
  const units = new Map<string, UnitForm>();
  for (const unit of regime.units) {
    const { equals } = unit;
    const form: UnitForm = {
      unit: equals?.unit ?? unit.id,
      times: equals?.times ?? null,
      dividedBy: equals?.dividedBy ?? null,
    };
    for (const name of [unit.id, ...unit.synonyms]) units.set(unit.asWritten ? name : name.toLowerCase(), form);
  }
  return {
    acts,
    actNames: regime.acts.map((act) => act.id),
    circumstances,
    circumstanceNames: regime.circumstances.map((entry) => (entry.withCountry ? `${entry.id}:CN` : entry.id)),
    goodsWords,
    units,
    unitNames: regime.units.filter((unit) => !unit.equals).map((unit) => unit.id),
  };
}
