import { createHash } from 'node:crypto';
import type { ReportClaim, ReportComparison, ReportDocument } from '../../src/report/model/model.ts';

const idOf = (name: string) => `sha256:${createHash('sha256').update(name).digest('hex')}`;

const document = (
  file: string,
  title: string,
  source: string,
  published: string | null,
  mediaType = 'text/plain',
): ReportDocument => ({
  id: idOf(file),
  title,
  file,
  source,
  mediaType,
  text: `sha256:${'e'.repeat(64)}`,
  size: 20_483,
  published,
  url: `https://example.org/${file}`,
  language: 'en',
  custody: [
    { at: '2024-12-01T09:00:00.000Z', by: 'Min-seo Park', what: 'collected' },
    { at: '2024-12-01T09:04:12.000Z', by: 'standing-panel 0.1.0', what: 'taken into the record' },
  ],
});

export const SAMPLE_DOCUMENTS: readonly ReportDocument[] = [
  document('veto.txt', 'Veto ends the panel that watched North Korea', 'daily', '2024-03-29'),
  document('state.html', 'Press briefing of 20 March 2024', 'us-state', '2024-03-20', 'text/html'),
  document('prosecutor.pdf', 'Interview with the Prosecutor General', 'wire', '2024-05-07', 'application/pdf'),
  document(
    'seoul.docx',
    'Briefing of the Ministry of National Defence',
    'rok-mnd',
    '2024-02-26',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ),
  document('denial.txt', 'Statement on alleged arms transfers', 'ru-mfa', '2024-01-10'),
];

const claim = (
  id: string,
  file: string,
  quote: string,
  claimant: ReportClaim['claimant'],
  more: Partial<ReportClaim> = {},
): ReportClaim => ({
  id,
  document: idOf(file),
  start: 2105,
  end: 2105 + quote.length,
  quote,
  statement: quote,
  claimant,
  relay: [],
  polarity: 'asserts',
  modality: 'alleges',
  speech: 'reported',
  predicate: 'attacked',
  quantities: [],
  status: 'accepted',
  ...more,
});

const DAILY = { name: 'The Daily Courier', kind: 'newsroom' };

export const SAMPLE_CLAIMS: readonly ReportClaim[] = [
  claim(
    'c-01',
    'veto.txt',
    'Ukrainian prosecutors said Russia had struck the country around 50 times with North Korean missiles, in six oblasts.',
    { name: 'Ukrainian prosecutors', kind: 'state-organ', country: 'UA' },
    { relay: [DAILY], quantities: [{ raw: 'around 50 times' }, { raw: 'six oblasts' }] },
  ),
  claim(
    'c-02',
    'state.html',
    'We have seen them used at least ten times.',
    { name: 'United States Department of State', kind: 'state-organ', country: 'US' },
    { speech: 'quoted', modality: 'states', quantities: [{ raw: 'at least ten times' }] },
  ),
  claim(
    'c-03',
    'prosecutor.pdf',
    'Of around 50 missiles fired between late December and late February, the debris of 21 was examined.',
    { name: 'Office of the Prosecutor General of Ukraine', kind: 'state-organ', country: 'UA' },
    {
      relay: [{ name: 'A wire service', kind: 'newsroom' }],
      locator: { page: 2, paragraph: '7' },
      quantities: [{ raw: 'around 50 missiles' }, { raw: '21' }],
      grade: { credibility: '2', by: 'Min-seo Park', at: '2024-12-01' },
    },
  ),
  claim(
    'c-04',
    'veto.txt',
    'North Korea has reportedly sent Russia ballistic missiles and over 3 million artillery shells.',
    { name: 'unnamed', kind: 'unnamed' },
    { relay: [DAILY], predicate: 'transferred', status: 'proposed', quantities: [{ raw: 'over 3 million' }] },
  ),
  claim(
    'c-05',
    'seoul.docx',
    'The containers could hold more than three million rounds of 152 mm, or 500,000 rounds of 122 mm.',
    { name: 'Ministry of National Defence of the Republic of Korea', kind: 'state-organ', country: 'KR' },
    { modality: 'assesses', predicate: 'transferred', quantities: [{ raw: 'more than three million rounds' }] },
  ),
  claim(
    'c-06',
    'denial.txt',
    'No weapons of any kind have been received.',
    { name: 'Ministry of Foreign Affairs of the Russian Federation', kind: 'state-organ', country: 'RU' },
    { polarity: 'denies', speech: 'own-voice', modality: 'states', predicate: 'denied' },
  ),
  claim('c-07', 'veto.txt', 'On 28 March Russia vetoed the annual renewal of the panel of experts.', DAILY, {
    speech: 'own-voice',
    modality: 'states',
    predicate: 'vetoed',
  }),
  claim(
    'c-08',
    'seoul.docx',
    'The Council created the panel in 2006.',
    { name: 'Ministry of National Defence of the Republic of Korea', kind: 'state-organ', country: 'KR' },
    { modality: 'states', predicate: 'created' },
  ),
];

const row = (
  claimId: string,
  claimant: string,
  counts: string,
  qualifier: string,
  low: string | null,
  high: string | null,
  raw: string,
  date: string,
  more: Partial<ReportComparison['rows'][number]> = {},
): ReportComparison['rows'][number] => ({
  id: `${claimId}-${counts}`,
  claim: claimId,
  claimant,
  counts,
  qualifier,
  low,
  high,
  raw,
  date,
  ...more,
});

export const SAMPLE_COMPARISONS: readonly ReportComparison[] = [
  {
    id: 'incident-1',
    title: 'Attacks on Ukraine with missiles of North Korean make',
    review: 'accepted',
    reviewedBy: { act: 'a-41', by: 'Min-seo Park', at: '2024-11-28T09:10:00.000Z', reason: null },
    unseen: [],
    introduction: [
      'Two claimants give a number of attacks',
      { claim: 'c-01' },
      { claim: 'c-02' },
      '. The figures do not contradict each other: one leaves open what the other narrows. A third document gives the same number, but of ',
      { emphasis: 'missiles' },
      ' and not of attacks',
      { claim: 'c-03' },
      '.',
    ],
    rows: [
      row('c-01', 'Ukrainian prosecutors', 'attack', 'about', '40', '60', 'around 50 times', '2024-03-29', {
        via: ['The Daily Courier'],
      }),
      row(
        'c-02',
        'United States Department of State',
        'attack',
        'at-least',
        '10',
        null,
        'at least ten times',
        '2024-03-20',
      ),
      row(
        'c-03',
        'Office of the Prosecutor General of Ukraine',
        'missile',
        'about',
        '40',
        '60',
        'around 50 missiles',
        '2024-05-07',
        { via: ['A wire service'] },
      ),
      row(
        'c-06',
        'Ministry of Foreign Affairs of the Russian Federation',
        'missile',
        'some',
        null,
        null,
        'No weapons of any kind',
        '2024-01-10',
        { polarity: 'denies' },
      ),
    ],
    relations: [
      {
        a: 'c-01-attack',
        b: 'c-02-attack',
        relation: 'narrower',
        narrower: 'a',
        reason: 'Every value from 40 to 60 is also at least 10, so the first figure lies within the second.',
        drift: false,
        why: { differs: [], unknown: [] },
        nouns: 'equal',
      },
      {
        a: 'c-01-attack',
        b: 'c-03-missile',
        relation: 'incomparable',
        narrower: null,
        reason:
          'One counts attacks and the other missiles. The number is the same, which suggests that one noun took the place of the other on the way.',
        drift: true,
        why: { differs: [], unknown: [] },
        nouns: 'equal',
      },
    ],
    origins: {
      origins: [
        {
          label: 'Not shown to be independent of each other',
          claimants: [
            'Ukrainian prosecutors',
            'Office of the Prosecutor General of Ukraine',
            'United States Department of State',
          ],
          pooled: true,
        },
      ],
      judged: [],
      paths: [
        {
          claimant: 'Ukrainian prosecutors',
          relays: ['The Daily Courier'],
          document: 'Veto ends the panel that watched North Korea',
        },
        {
          claimant: 'Office of the Prosecutor General of Ukraine',
          relays: ['A wire service'],
          document: 'Interview with the Prosecutor General',
        },
        { claimant: 'United States Department of State', relays: [], document: 'Press briefing of 20 March 2024' },
      ],
    },
  },
  {
    id: 'incident-2',
    title: 'Artillery shells sent from North Korea to Russia',
    review: 'accepted',
    reviewedBy: { act: 'a-41', by: 'Min-seo Park', at: '2024-11-28T09:10:00.000Z', reason: null },
    unseen: [],
    introduction: [
      'The figures differ by more than an order of magnitude, and the largest are capacities of containers and not counts of shells',
      { claim: 'c-05' },
      '.',
    ],
    rows: [
      row(
        'c-04',
        'unnamed',
        'artillery shell',
        'more-than',
        '3000000',
        null,
        'over 3 million artillery shells',
        '2024-03-29',
        { lowOpen: true, via: ['The Daily Courier'] },
      ),
      row(
        'c-05',
        'Ministry of National Defence of the Republic of Korea',
        'artillery shell',
        'about',
        '400000',
        '600000',
        'about 500,000 rounds of 122 mm',
        '2024-02-26',
      ),
      row(
        'c-05',
        'Ministry of National Defence of the Republic of Korea',
        'artillery shell',
        'more-than',
        '3000000',
        null,
        'more than three million rounds',
        '2024-02-26',
        { id: 'c-05-b', lowOpen: true },
      ),
    ],
    relations: [
      {
        a: 'c-04-artillery shell',
        b: 'c-05-artillery shell',
        relation: 'contradicts',
        narrower: null,
        reason: 'More than 3,000,000 and at most 600,000 have no value in common.',
        drift: false,
        why: { differs: [], unknown: [] },
        nouns: 'equal',
      },
      {
        a: 'c-04-artillery shell',
        b: 'c-05-b',
        relation: 'same',
        narrower: null,
        reason: 'Both exclude 3,000,000 and leave open everything above it.',
        drift: false,
        why: { differs: [], unknown: [] },
        nouns: 'equal',
      },
    ],
    origins: null,
  },
];
