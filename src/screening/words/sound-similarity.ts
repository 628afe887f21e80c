import { COUNT, codeOf } from '../script/sound.ts';

/**
 * What replacing one sound by another costs, where it is less than a whole edit: a change of spelling convention (ch/tch, q/k,
 * ou/u, w/v) costs little, a change of sound a whole edit.
 */
const NEAR = `ae.3 ai.45 ao.4 au.5 ei.25 eo.5 eu.55 io.6 iu.55 ou.2 iy.05 ey.25 ay.5 wu.15 wo.35 wv.15 yj.4 uv.5
  Xh.25 Xk.4 Gg.15 Gk.45 gk.45 gj.45 Gr.6 kC.55 kS.75 hG.5 gh.6 XG.4 sz.3 sS.4 sC.55 SC.35 Cj.4 jJ.2 Jz.35 jz.45 jS.55 zS.6 zC.65 st.75 Ct.65
  dt.4 dD.15 tT.15 Ts.35 Dz.25 Td.45 DT.4 zd.65 bp.45 bv.5 fv.45 fp.5 pv.6 mn.55 lr.7 nl.8
  Aa.0 Ae.1 Ai.25 Ao.15 Au.3 Ii.0 Ie.05 Ia.2 Iy.1 Wu.0 Wo.0 Ww.0 Wv.05 Wa.45 Wi.5 We.5 Yi.0 Ye.05 Yy.0 Ya.3 Yj.5
  Ea.05 Ee.1 Ei.15 Eo.2 Eu.2 Ha.0 Ht.1 He.1 Hh.1 Ah.4 AE.2 AI.1 YI.1 YA.3 WA.4 HA.2 hH.1 Eh.5 EY.6`;

/** Costs are whole hundredths, and a row of the table is found by a shift: the comparison below is run a thousand times a name. */
const EDIT = 100;
const ROW_BITS = 6;
const SUBSTITUTION = new Uint8Array(COUNT << ROW_BITS).fill(EDIT);
for (let i = 0; i < COUNT; i++) SUBSTITUTION[(i << ROW_BITS) | i] = 0;
for (const [, a = '', b = '', cost = '1'] of NEAR.matchAll(/(\S)(\S)(\.\d+)/g)) {
  const hundredths = Math.round(Number(cost) * EDIT);
  SUBSTITUTION[(codeOf(a) << ROW_BITS) | codeOf(b)] = hundredths;
  SUBSTITUTION[(codeOf(b) << ROW_BITS) | codeOf(a)] = hundredths;
}

/** What a missing or added sound costs, between two spelt words; and beside an Arabic word, which leaves short vowels out. */
const GAP = new Uint8Array(COUNT).fill(EDIT);
const GAP_BESIDE_ABJAD = new Uint8Array(COUNT).fill(EDIT);
for (const [names, plain, abjad] of [
  ['aeiou', 55, 5],
  ['y', 45, 20],
  ['w', 60, 40],
  ['h', 45, 40],
  ['AIEH', 15, 15],
  ['WY', 30, 30],
] as const)
  for (const name of names) {
    GAP[codeOf(name)] = plain;
    GAP_BESIDE_ABJAD[codeOf(name)] = abjad;
  }
/** The cheapest gap between two spelt words. */
const LEAST_GAP = 45;

/** How much of a sound is heard, of which a word without short vowels is compared with one that has them. */
const SPOKEN = new Float64Array(COUNT).fill(1);
for (const name of 'aeiou') SPOKEN[codeOf(name)] = 0.4;
for (const name of 'AIWYEH') SPOKEN[codeOf(name)] = 0.6;

/** Sounds that an ending in i may be written with. */
const ENDING = new Uint8Array(COUNT);
for (const name of 'ieyIY') ENDING[codeOf(name)] = 1;

const SWAP = 80;

/** Longer words are compared as texts only. */
export const MOST_SOUNDS = 60;
/** A cost that no alignment comes to. */
const NEVER = 1 << 20;
const ROWS = [0, 1, 2].map(() => new Int32Array(MOST_SOUNDS + 2)) as unknown as readonly [
  Int32Array,
  Int32Array,
  Int32Array,
];
/** A hundredth of a hundredth, so that rounding leaves no alignment out that just suffices. */
const ROUNDING = 0.01;

/**
 * How alike two words sound, 0 to 1. The cost of the cheapest alignment (with neighbours swapped for 0.8) is set against
 * the length of the words. Similarities below `least` may be given as 0: whatever cannot come to it is not worked out.
 * The second word may lie among others: it begins at `start` and is `m` sounds long.
 */
export function soundSimilarity(
  a: Uint8Array,
  b: Uint8Array,
  abjad: boolean,
  least = 0.5,
  start = 0,
  m = b.length,
): number {
  const n = a.length;
  if (n === 0 || m === 0 || n > MOST_SOUNDS || m > MOST_SOUNDS) return 0;
  const length = abjad ? (spokenLength(a, 0, n) + spokenLength(b, start, m)) / 2 : (n + m) / 2;
  const whole = Math.max(2.5, length) * EDIT;
  let beside = 0;
  // The first sound is seldom misspelt: a change there is more often another name.
  if (SUBSTITUTION[(a[0]! << ROW_BITS) | b[start]!]! > 50) beside += 30;
  // The ending that makes another name of a name, Karimi of Karim, is a letter in Arabic script too.
  if (abjad && ENDING[a[n - 1]!] !== ENDING[b[start + m - 1]!]) beside += 20;
  const most = (1 - least) * whole - beside + ROUNDING;
  // Each step off the diagonal costs a gap there and, but for the difference in length, a gap back.
  const off = m - n;
  const steps = abjad ? n + m : Math.floor(most / LEAST_GAP);
  const spare = (steps - Math.abs(off)) >> 1;
  if (most < 0 || spare < 0) return 0;
  const lowest = Math.min(0, off) - spare;
  const highest = Math.max(0, off) + spare;
  const cost = alignmentCost(a, b, start, m, abjad ? GAP_BESIDE_ABJAD : GAP, most, lowest, highest);
  return cost === NEVER ? 0 : Math.max(0, 1 - (cost + beside) / whole);
}

/**
 * The cost of the cheapest alignment, or `NEVER` as soon as it is seen to be more than `most`. Looked for between two
 * diagonals only, of which the one from first to first sound is 0.
 */
function alignmentCost(
  a: Uint8Array,
  b: Uint8Array,
  start: number,
  m: number,
  gap: Uint8Array,
  most: number,
  lowest: number,
  highest: number,
): number {
  const n = a.length;
  // Sound j of the second word is at `base + j`, counted from 1.
  const base = start - 1;
  let [before, above, row] = ROWS;
  let sum = 0;
  above[0] = 0;
  const reach = Math.min(m, highest);
  for (let j = 1; j <= reach; j++) {
    sum += gap[b[base + j]!]!;
    above[j] = sum;
  }
  above[reach + 1] = NEVER;
  let edge = 0;
  let earlierX = -1;
  let leastBefore = 0;
  for (let i = 1; i <= n; i++) {
    const x = a[i - 1]!;
    const substitution = x << ROW_BITS;
    const gapX = gap[x]!;
    edge += gapX;
    row[0] = edge;
    const from = Math.max(1, i + lowest);
    const to = Math.min(m, i + highest);
    let diagonal = above[from - 1]!;
    let left = from === 1 ? edge : NEVER;
    let leastHere = left;
    let earlierY = from === 1 ? -1 : b[base + from - 1]!;
    for (let j = from; j <= to; j++) {
      const y = b[base + j]!;
      const up = above[j]!;
      let cost = diagonal + SUBSTITUTION[substitution | y]!;
      // The least of three without a jump, which would be foretold wrongly half of the time.
      let less = left + gap[y]! - cost;
      cost += less & (less >> 31);
      less = up + gapX - cost;
      cost += less & (less >> 31);
      if (x === earlierY && y === earlierX && x !== y && before[j - 2]! + SWAP < cost) cost = before[j - 2]! + SWAP;
      row[j] = cost;
      less = cost - leastHere;
      leastHere += less & (less >> 31);
      diagonal = up;
      left = cost;
      earlierY = y;
    }
    row[to + 1] = NEVER;
    // Every alignment goes through this row, or swaps past it from the one before.
    if (leastHere > most && leastBefore + SWAP > most) return NEVER;
    leastBefore = leastHere;
    earlierX = x;
    const spare = before;
    before = above;
    above = row;
    row = spare;
  }
  return above[m]!;
}

function spokenLength(sounds: Uint8Array, start: number, length: number): number {
  let spoken = 0;
  for (let i = start; i < start + length; i++) spoken += SPOKEN[sounds[i]!]!;
  return spoken;
}
