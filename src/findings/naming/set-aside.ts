import { z } from 'zod';
import type { Claim } from '../../claims/model/claim.ts';
import { memoized } from '../../core/memoized.ts';
import { resourceYaml } from '../../core/prepared-yaml.ts';
import { FindingsError } from '../errors.ts';

const words = z.array(z.string().min(2)).min(1);
const shape = z.strictObject({
  after: words,
  alone: words,
  of: z.array(z.strictObject({ things: words, undone: words })),
  'given-up': words,
  disputed: words,
  'passed-on': words,
});

type SetAside = {
  readonly after: RegExp;
  readonly alone: RegExp;
  readonly givenUp: RegExp;
  readonly notPlain: RegExp;
  readonly of: readonly { readonly things: RegExp; readonly undone: RegExp }[];
};

const FILE = 'findings/naming/set-aside.yaml';
let loaded: SetAside | undefined;

/** The words by which a sentence says that what it tells was taken back, set aside or is only supposed; null where it has none. */
export function setAsideBy(sentence: string): string | null {
  loaded ??= load();
  const alone = loaded.alone.exec(sentence)?.[0];
  if (alone !== undefined) return alone;
  for (const { things, undone } of loaded.of) {
    const found = undone.exec(sentence)?.[0];
    if (found !== undefined && things.test(sentence)) return found;
  }
  return null;
}

/** Whether a sentence has words by which a statement, whosever it is, is withdrawn or corrected. */
export function tellsOfGivingUp(sentence: string): boolean {
  loaded ??= load();
  return loaded.givenUp.test(sentence);
}

/**
 * Whether a sentence tells something as so: it neither sets it aside, withdraws, corrects or disputes it, nor hands on what others said. Words
 * alone are looked at, so that a sentence which says this of something else is none either.
 */
export function isPlainlyStated(sentence: string): boolean {
  loaded ??= load();
  return !loaded.givenUp.test(sentence) && !loaded.notPlain.test(sentence) && setAsideBy(sentence) === null;
}

/** How far, in characters, what takes a claim back may stand after it. */
const AFTER_REACH = 250;

/**
 * The words by which a claim is taken back after it in its document, by whoever made it or by whoever writes: "That was wrong." `at` is
 * its place among all claims. What others call wrong is their denial.
 */
export function takenBackAfter(claim: Claim, at: number, all: readonly Claim[]): string | null {
  for (let i = at + 1; i < all.length; i++) {
    const next = all[i];
    if (next === undefined || next.document !== claim.document || next.start - claim.end > AFTER_REACH) break;
    if (next.start < claim.end) continue;
    const isOwn = next.speech === 'own-voice' || next.claimant.name === claim.claimant.name;
    const found = isOwn ? takesBack(next) : null;
    if (found !== null) return found;
  }
  return null;
}

/** The words by which a claim takes back what stands before it; asked of every claim after another at each act. */
export const takesBack = memoized(({ quote }: Claim): string | null => {
  loaded ??= load();
  return loaded.after.exec(quote)?.[0] ?? null;
});

function load(): SetAside {
  const parsed = shape.safeParse(resourceYaml(FILE));
  if (!parsed.success) throw new FindingsError('rules-invalid', z.prettifyError(parsed.error), { place: FILE });
  const { after, alone, of, disputed, 'given-up': givenUp, 'passed-on': passedOn } = parsed.data;
  return {
    after: anyOf(after),
    alone: anyOf(alone),
    givenUp: anyOf(givenUp),
    notPlain: anyOf([...disputed, ...passedOn]),
    of: of.map((one) => ({ things: anyOf(one.things), undone: anyOf(one.undone) })),
  };
}

function anyOf(phrases: readonly string[]): RegExp {
  const any = phrases.map((phrase) => phrase.replace(/ /g, '\\s+')).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${any})(?![\\p{L}\\p{N}-])`, 'iu');
}
