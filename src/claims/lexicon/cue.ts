import { attributionList } from './attribution-list.ts';
import { attributionWords, predicateWords, verbClasses } from './vocabulary.ts';

/** What a verb of saying makes of the statement that it hands over. */
export type ReportingClass = 'states' | 'alleges' | 'assesses' | 'calls-for' | 'intends' | 'denies';

type Cues = {
  readonly verbs: ReadonlyMap<string, ReportingClass>;
  readonly intends: ReadonlySet<string>;
  readonly evidential: ReadonlySet<string>;
  readonly adverbs: ReadonlySet<string>;
  readonly passives: ReadonlySet<string>;
  readonly dismissive: ReadonlySet<string>;
  readonly rejecting: ReadonlySet<string>;
  readonly emphatic: ReadonlySet<string>;
  readonly deniable: ReadonlySet<string>;
  readonly claimNouns: ReadonlySet<string>;
  readonly callNouns: ReadonlySet<string>;
  readonly notSources: ReadonlySet<string>;
  readonly statementNouns: ReadonlySet<string>;
  readonly opinions: ReadonlySet<string>;
  readonly utters: ReadonlySet<string>;
  readonly convictions: ReadonlyMap<string, ReportingClass>;
};
let cues: Cues | undefined;

export function cueTables(): Cues {
  if (cues !== undefined) return cues;
  const data = attributionWords();
  const verbs = new Map<string, ReportingClass>();
  // Later lists win: "conclude" says, but what it says is an assessment.
  for (const reporting of ['states', 'alleges', 'assesses', 'calls-for', 'denies'] as const)
    for (const verb of data.verbs[reporting] ?? []) verbs.set(verb, reporting);
  cues = {
    verbs,
    intends: new Set(data.verbs.intends ?? []),
    evidential: new Set(data.evidential),
    adverbs: new Set(data['unnamed-adverbs']),
    passives: new Set(data['unnamed-passives']),
    dismissive: new Set(data.dismissive),
    rejecting: new Set(data.rejecting),
    emphatic: new Set(data.emphatic),
    deniable: new Set(data.deniable),
    claimNouns: new Set(data['claim-nouns']),
    callNouns: new Set(data['call-nouns']),
    notSources: new Set(data['not-sources']),
    statementNouns: new Set(data['statement-nouns']),
    opinions: new Set(data.opinions),
    utters: new Set(data.utters),
    convictions: new Map([
      ...data.convictions.assesses.map((word) => [word, 'assesses'] as const),
      ...data.convictions.states.map((word) => [word, 'states'] as const),
    ]),
  };
  return cues;
}

/** Verbs that attribute only with a quotation: "North Korea continues the use of" says nothing. */
export const QUOTES_ONLY = new Set([
  'consider',
  'continue',
  'point',
  'read',
  'reason',
  'recount',
  'maintain',
  'observe',
  'learn',
  'respond',
  'react',
  'snap',
  'fume',
  'shrug',
  'sigh',
  'shout',
  'whisper',
]);

/** Verbs that say nothing but that something was said: their subject speaks, whatever noun it is. */
export const PLAIN_SAYING = new Set([
  'say',
  'tell',
  'state',
  'announce',
  'add',
  'claim',
  'allege',
  'write',
  'declare',
  'deny',
  'warn',
  'insist',
  'accuse',
  'argue',
  'report',
  'testify',
  'call-for',
  'urge',
  'reply',
  'respond',
  'explain',
  'estimate',
  'confirm',
  'reject',
  'dismiss',
  'dispute',
  'inform',
  'notify',
  'brief',
  'ask',
  'go-on',
  'point-out',
  'affirm',
  'answer',
]);

/** Verbs of more than one word that the lists know, such as `lay-bare`, `brush-aside`, `carry-out`. */
export function isPhrasal(lemma: string): boolean {
  phrasal ??= new Set(
    [
      ...Object.values(attributionWords().verbs).flat(),
      ...attributionList('does-away'),
      ...[...verbClasses().values()].flatMap((list) => [...list]),
      ...Object.values(predicateWords()).flatMap((entry) => ('verbs' in entry ? entry.verbs : [])),
    ].filter((verb) => verb.includes('-')),
  );
  return phrasal.has(lemma);
}
let phrasal: ReadonlySet<string> | undefined;

/** A form of the present of a verb of saying: "estimates" of `estimate`, in the third person; undefined for other words. */
export function reportingForm(word: string): { readonly lemma: string; readonly third: boolean } | undefined {
  if (forms === undefined) {
    forms = new Map();
    for (const lemma of cueTables().verbs.keys()) {
      if (lemma.includes('-')) continue;
      forms.set(lemma, { lemma, third: false });
      forms.set(thirdPersonOf(lemma), { lemma, third: true });
    }
  }
  return forms.get(word.toLowerCase());
}
let forms: Map<string, { readonly lemma: string; readonly third: boolean }> | undefined;

function thirdPersonOf(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}
