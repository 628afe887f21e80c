import type { Activity } from '../../src/regime/model/activity.ts';
import type { Verdict } from '../../src/regime/model/assessment.ts';

/** A case in one line: what happened, the verdict that is due, and paragraphs that must be among the grounds. */
export type Case = {
  readonly name: string;
  readonly activity: Activity;
  readonly verdict: Verdict;
  readonly grounds?: readonly string[];
  readonly panel?: string | null;
  readonly missing?: RegExp;
};

type Rest = Partial<Omit<Activity, 'date' | 'act'>>;

export function into(
  date: string,
  goods: string,
  verdict: Verdict,
  grounds: readonly string[] = [],
  rest: Rest = {},
): Case {
  return make(date, 'supply', { from: 'CN', to: 'KP', goods: goodsOf(goods), ...rest }, verdict, grounds);
}

export function outOf(
  date: string,
  goods: string,
  verdict: Verdict,
  grounds: readonly string[] = [],
  rest: Rest = {},
): Case {
  return make(date, 'supply', { from: 'KP', to: 'CN', goods: goodsOf(goods), ...rest }, verdict, grounds);
}

export function act(date: string, name: string, rest: Rest, verdict: Verdict, grounds: readonly string[] = []): Case {
  return make(date, name, rest, verdict, grounds);
}

/** `"2710"` is a code, `"gasoil"` a name, `"2710 gasoil"` both. */
function goodsOf(text: string): NonNullable<Activity['goods']> {
  const match = /^(\d{2,6})?\s*(.*)$/.exec(text);
  return { hs: match?.[1] ?? null, name: match?.[2] || null };
}

function make(date: string, name: string, rest: Rest, verdict: Verdict, grounds: readonly string[]): Case {
  const activity = { date, act: name, ...rest };
  return {
    name: `${date} ${name} ${JSON.stringify(rest)} is ${verdict}`,
    activity,
    verdict,
    grounds: grounds.map(full),
  };
}

const YEARS: Readonly<Record<string, number>> = {
  1695: 2006,
  1718: 2006,
  1874: 2009,
  2087: 2013,
  2094: 2013,
  2270: 2016,
  2321: 2016,
  2356: 2017,
  2371: 2017,
  2375: 2017,
  2397: 2017,
  2664: 2022,
};

/** `2397 OP5` is `S/RES/2397(2017) OP5`. */
export function full(short: string): string {
  const [number = '', paragraph] = short.split(' ');
  return `S/RES/${number}(${YEARS[number]}) ${paragraph}`;
}
