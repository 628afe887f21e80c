import { z } from 'zod';
import { resourceYaml } from '../../core/prepared-yaml.ts';
import type { Claim } from '../model/claim.ts';
import { ClaimsError } from '../model/claims-error.ts';

/** As much of a claim as its title is made of. */
export type GistClaim = {
  readonly claimant: { readonly name: string; readonly kind: string };
  readonly polarity: string;
  readonly speech: string;
  readonly quote: string;
  readonly roles?: Claim['roles'];
};

/** Longest statement in a title; what is longer is cut at a word and says so. */
const LONGEST = 140;

/**
 * Who says what, for titles and rows: "Ukrainian prosecutors: Russia attacked Ukraine around 50 times". Every word but the
 * claimant's name and "denies" is the source's own, in its order: nothing is put together from what a program read. Where
 * the statement cannot be distinguished from who makes it, it is the quotation, cut short.
 */
export function gistOf(claim: GistClaim, longest = LONGEST): string {
  const statement = statementOf(claim, longest);
  const name = claimantIn(claim);
  if (statement.namesClaimant) return statement.text;
  if (claim.polarity === 'denies') return `${name} denies: ${statement.text}`;
  return `${name}: ${statement.text}`;
}

/** What is said, where the claimant stands beside it: the gist without the name. */
export function statementIn(claim: GistClaim, longest = LONGEST): string {
  const { text, namesClaimant } = statementOf(claim, longest);
  return claim.polarity === 'denies' && !namesClaimant ? `denies: ${text}` : text;
}

/** The name as the text gives it; a source without one is called so. */
function claimantIn({ claimant: { name, kind } }: GistClaim): string {
  return kind === 'unnamed' && (name === '' || name === 'unnamed') ? 'An unnamed source' : capitalised(name);
}

type Statement = { readonly text: string; readonly namesClaimant: boolean };

function statementOf(claim: GistClaim, longest: number): Statement {
  const whole = claim.quote.replace(/\s+/g, ' ').trim();
  // What a denial denies is turned round by words that may stand anywhere in it.
  const said = claim.polarity === 'denies' ? whole : withoutSource(whole, claim);
  const plain = said.replace(/[.,;:]+$/, '');
  if (startsWithName(plain, claim)) return { text: balanced(shortened(plain, longest)), namesClaimant: true };
  if (said === whole) return { text: `“${shortened(unquoted(plain), longest)}”`, namesClaimant: false };
  return { text: balanced(shortened(plain, longest)), namesClaimant: false };
}

/** The statement without the words that hand it to its source; the whole where these are not certain. */
function withoutSource(whole: string, claim: GistClaim): string {
  return withoutHead(whole, claim) ?? withoutTail(whole, claim) ?? whole;
}

/** "The ministry said on Monday that ...", "According to the ministry, ...". */
function withoutHead(whole: string, { claimant, roles }: GistClaim): string | null {
  const according = /^According to ([^,]{1,120}), (.+)$/u.exec(whole);
  if (according !== null) return sharesName(according[1] ?? '', claimant.name) ? capitalised(according[2] ?? '') : null;
  const { head } = patterns();
  const found = head.exec(whole);
  if (found === null) return null;
  const [, before = '', linking = '', rest = ''] = found;
  if (isTurned(before) || isTurned(linking) || /["“”]/.test(before) || !isSource(before, claimant.name)) return null;
  const agent = roles?.agent?.[0];
  const opens = / that$/.test(linking) || opensStatement(rest) || (agent !== undefined && rest.startsWith(agent));
  return opens ? rest : null;
}

/** "..., the ministry said on Monday". */
function withoutTail(whole: string, { claimant }: GistClaim): string | null {
  const { tail } = patterns();
  const found = tail.exec(whole);
  if (found === null) return null;
  const [, said = '', source = ''] = found;
  if (/^(?:which|who|that|whom|as|and|but)\b/i.test(source.trim()) || isTurned(source)) return null;
  return isSource(source, claimant.name) ? said : null;
}

/** Whether words name the claimant, or stand for it: a pronoun, or a noun with an article. */
function isSource(words: string, name: string): boolean {
  return (
    sharesName(words, name) || /^(?:(?:in|on|by)\b[^,]{0,40} )?(?:he|she|it|they|we|i|the|a|an)\b/i.test(words.trim())
  );
}

function sharesName(words: string, name: string): boolean {
  const named = new Set(namesIn(name));
  return namesIn(words).some((word) => named.has(word));
}

function namesIn(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((word) => word !== 'the' && word !== 'and');
}

function opensStatement(rest: string): boolean {
  return words().openings.has(/^\p{L}+/u.exec(rest)?.[0]?.toLowerCase() ?? '');
}

function isTurned(text: string): boolean {
  // "May" with its capital is the month.
  const stated = text.replace(/(?<=\S )May\b/g, '').toLowerCase();
  return (stated.match(/\p{L}+(?:['’]t)?/gu) ?? []).some((word) => words().turning.has(word) || /n['’]t$/.test(word));
}

/** "Russia denied that ..." says itself who says it; "Russia fired ..." in Russia's own paper does not. */
function startsWithName(text: string, { claimant: { name }, speech }: GistClaim): boolean {
  if (speech === 'own-voice') return false;
  const bare = text.replace(/^(?:the|a|an) /i, '').toLowerCase();
  const sought = name.replace(/^(?:the|a|an) /i, '').toLowerCase();
  return sought !== '' && bare.startsWith(sought) && !/^[\p{L}\p{N}]/u.test(bare.slice(sought.length));
}

/** A passage in marks of quotation of its own gets no second pair. */
function unquoted(text: string): string {
  const inner = /^["“](.+)["”]$/u.exec(text)?.[1];
  return inner === undefined || /["“”]/.test(inner)
    ? text.replace(/(?<![\p{L}\p{N}.,!?…])["“]/gu, '‘').replace(/["“”]/g, '’')
    : inner.replace(/[.,;:]+$/, '');
}

/** A part of a quotation has lost one of its marks, which is dropped at an end and set where the text is cut. */
function balanced(text: string): string {
  const [opened, closed] = [text.split('“').length, text.split('”').length];
  if (opened > closed) return text.startsWith('“') && !text.endsWith('…') ? text.slice(1) : `${text}”`;
  if (closed > opened) return text.endsWith('”') ? text.slice(0, -1).replace(/[.,;:]+$/, '') : text;
  if (text.split('"').length % 2 === 1) return text;
  return text.startsWith('"') ? text.slice(1) : text.endsWith('"') ? text.slice(0, -1) : `${text}"`;
}

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const at = cut.lastIndexOf(' ');
  return `${(at > longest / 2 ? cut.slice(0, at) : cut).replace(/[\s,;:–—-]+$/, '')}…`;
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

const schema = z.object({ neutral: z.array(z.string()), turning: z.array(z.string()), openings: z.array(z.string()) });

let loaded: { readonly [list in keyof z.infer<typeof schema>]: ReadonlySet<string> } | undefined;

function words() {
  if (loaded !== undefined) return loaded;
  const file = 'claims/gist/gist.yaml';
  const result = schema.safeParse(resourceYaml(file));
  if (!result.success) throw new ClaimsError('invalid-vocabulary', z.prettifyError(result.error), { place: file });
  const { neutral, turning, openings } = result.data;
  loaded = { neutral: new Set(neutral), turning: new Set(turning), openings: new Set(openings) };
  return loaded;
}

let compiled: { readonly head: RegExp; readonly tail: RegExp } | undefined;

function patterns() {
  const verbs = [...words().neutral].join('|');
  compiled ??= {
    // The source, the verb with what may stand between it and "that" ("told reporters on Monday"), and the statement.
    head: new RegExp(
      `^([^;:]{1,160}?) ((?:(?:had|has|have|also) )*(?:${verbs})(?: (?:[^,;:]{0,60}? )?that)?) (.+)$`,
      'u',
    ),
    tail: new RegExp(
      `^(.{12,}),["”]? ([^,;:"“”]{1,80}?) (?:(?:told|tells) (?:the |a )?\\p{L}+(?: \\p{L}+)?|(?:${verbs}))(?: (?:on|in|at|during|late|early) [^,;:]{1,40})?\\.?$`,
      'u',
    ),
  };
  return compiled;
}
