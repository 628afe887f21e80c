import { z } from 'zod';
import { loadWords, once, words } from './vocabulary.ts';

/** The lists of `attribution-lists.yaml`: a name that does not stand here does not compile, one that is missing there is an error. */
const NAMES = [
  'weak-tellings',
  'willing',
  'callings',
  'people',
  'offices-again',
  'experts',
  'another',
  'counts-of-states',
  'organs-of-some-state',
  'offices-of-one',
  'issuing-organs',
  'newsroom-nouns',
  'places-of-learning',
  'titles-she',
  'titles-he',
  'works',
  'pleadings',
  'utterances',
  'papers',
  'shows',
  'issued-documents',
  'owned',
  'compiled',
  'issued-papers',
  'read-by',
  'receipts',
  'heard',
  'listeners',
  'bears-out',
  'issues',
  'printed-statements',
  'assessed-passives',
  'lets-know',
  'denied-by',
  'stated-by',
  'naming',
  'views',
  'assessing-views',
  'data-show',
  'no-speakers',
  'says',
  'says-in-a-clause',
  'holds-as',
  'thinks',
  'things-counted',
  'parts-of-many',
  'refused',
  'disputes',
  'turned-down',
  'voiced',
  'notifies-of',
  'occasions',
  'says-to-have',
  'has-evidence',
  'hands-over',
  'evidence-given',
  'estimates-had',
  'estimates-owned',
  'quoted-as',
  'raises-negation',
  'excludes',
  'takes-note',
  'tellings',
  'accuses',
  'closing',
  'pledges',
  'about-naming',
  'makes-calls',
  'demanding-texts',
  'told-contents',
  'grounds-told',
  'hearsay',
  'supposes',
  'does-away',
  'correction-headings',
  'own-texts',
  'origins',
  'common-organs',
  'accusers',
  'vouches',
  'vouching',
  'tales',
] as const;
type AttributionList = (typeof NAMES)[number];

const schema = z.strictObject(
  Object.fromEntries(NAMES.map((name) => [name, words])) as Record<AttributionList, typeof words>,
);

const lists = once(() => {
  const read = loadWords('attribution-lists', schema);
  return new Map(NAMES.map((name) => [name, new Set(read[name])] as const));
});

/** The nouns or verbs of one list, lower case. */
export function attributionList(name: AttributionList): ReadonlySet<string> {
  return lists().get(name)!;
}
