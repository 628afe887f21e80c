import type { ReportFinding } from '../../src/report/model/model.ts';

const ground = (provision: string, text: string, since: string, evidence: 'seen' | 'recalled') => ({
  provision,
  effect: 'prohibited' as const,
  since,
  text,
  evidence,
});

export const TRANSFER: ReportFinding = {
  id: 'f-1',
  regime: 'un-1718',
  made: null,
  review: 'accepted',
  reviewedBy: { act: 'a-40', by: 'Min-seo Park', at: '2024-11-28T09:00:00.000Z', reason: null },
  unseen: [],
  title: 'Transfer of ballistic missiles and artillery shells to the Russian Federation',
  allegation: {
    act: 'supply',
    goods: 'ballistic missiles and artillery shells',
    from: 'KP',
    to: 'RU',
    period: { from: '2023-12-30', to: '2024-12-01' },
    inference: null,
  },
  claims: ['c-04', 'c-05', 'c-06'],
  elements: [
    { text: 'The items are arms or related materiel', state: 'asserted', claims: ['c-04', 'c-05'] },
    {
      text: 'They are of the origin of the Democratic People’s Republic of Korea',
      state: 'asserted',
      claims: ['c-03'],
    },
    { text: 'They reached the Russian Federation', state: 'disputed', claims: ['c-01', 'c-06'] },
    { text: 'The day of a transfer and the vessel or train are identified', state: 'open', claims: [] },
  ],
  activity: { date: '2023-12-30', act: 'supply', goods: { name: 'ballistic missile' }, from: 'KP', to: 'RU' },
  assessment: {
    verdict: 'prohibited',
    grounds: [
      ground(
        'S/RES/1718(2006) OP8(b)',
        'The DPRK shall not export heavy conventional arms and missiles, and no State shall procure them from it.',
        '2006-10-14',
        'recalled',
      ),
      ground(
        'S/RES/1874(2009) OP9',
        'The ban on exports covers all arms and related materiel.',
        '2009-06-12',
        'recalled',
      ),
      ground(
        'S/RES/2270(2016) OP6',
        'Small arms and light weapons are covered in both directions.',
        '2016-03-02',
        'seen',
      ),
    ],
    exemptions: [
      {
        provision: 'S/RES/2397(2017) OP25',
        how: 'by-approval',
        text: 'The Committee may exempt an activity case by case.',
        met: false,
        of: ['S/RES/1718(2006) OP8(b)', 'S/RES/1874(2009) OP9', 'S/RES/2270(2016) OP6'],
      },
    ],
    considered: [
      {
        provision: 'S/RES/2270(2016) OP8',
        reason: 'covers items other than arms that could contribute to operational capabilities; the goods are arms.',
      },
    ],
    monitor: { committee: '1718 Committee', panel: 'Panel of Experts (S/RES/2680(2023))', outsideUn: [] },
  },
  changes: [
    { date: '2024-05-01', verdict: 'prohibited', monitor: { committee: '1718 Committee', panel: null, outsideUn: [] } },
    {
      date: '2024-10-16',
      verdict: 'prohibited',
      monitor: { committee: '1718 Committee', panel: null, outsideUn: ['Multilateral Sanctions Monitoring Team'] },
    },
  ],
  status: 'contested',
  statusReason: 'Two sources assert it and one denies it; the two are not shown to be independent of each other.',
  dissents: [
    {
      by: 'the Ministry of Foreign Affairs of the Russian Federation',
      text: 'it denies that any weapons were received.',
      claim: 'c-06',
    },
  ],
  discussion: [
    [
      'No document of this dossier gives a day of transfer. The containers that ',
      { claim: 'c-05' },
      ' speaks of were counted, their content was not.',
    ],
  ],
  replies: [
    {
      party: 'The Permanent Mission of the Russian Federation',
      sent: '2024-11-04',
      deadline: '2024-11-25',
      received: null,
      text: null,
      act: 'a-40',
      by: 'Min-seo Park',
      at: '2024-11-04T09:00:00.000Z',
      stance: null,
      state: 'overdue',
    },
    {
      party: 'The Permanent Mission of the Democratic People’s Republic of Korea',
      sent: '2024-11-04',
      deadline: '2024-11-25',
      received: '2024-11-20',
      text: 'The Mission rejects these groundless claims.\n\nNo weapon was sent.',
      act: 'a-41',
      by: 'Min-seo Park',
      at: '2024-11-20T09:00:00.000Z',
      stance: 'denies',
      state: 'received',
    },
  ],
  challenges: [
    {
      from: 'A former member of the Panel',
      date: '2024-11-22',
      text: 'The date given is that of the debris, not of a transfer.',
      assessment: 'The wording was made clearer; what is alleged stays as it is',
      credibility: '4',
      act: 'a-43',
      by: 'Tomás Ferreira',
      at: '2024-11-23T09:00:00.000Z',
    },
  ],
  corrections: [
    {
      text: 'The debris was examined in January 2024',
      reason: 'A first version said December 2023',
      act: 'a-44',
      by: 'Tomás Ferreira',
      at: '2024-11-24T09:00:00.000Z',
    },
  ],
  recommendations: [
    {
      text: 'Publish the numbers of the components that were found in the debris',
      addressee: 'Member States that hold debris',
      priority: 'high',
      act: 'a-45',
      by: 'Tomás Ferreira',
      at: '2024-11-24T10:00:00.000Z',
    },
  ],
};

export const USE: ReportFinding = {
  ...TRANSFER,
  id: 'f-2',
  title: 'Use of missiles of North Korean make against Ukraine',
  allegation: {
    ...TRANSFER.allegation,
    goods: 'ballistic missiles',
    inference: 'arms of the make of one State that are used by another were transferred',
  },
  claims: ['c-01', 'c-02', 'c-03'],
  elements: TRANSFER.elements.slice(0, 2),
  status: 'single-source',
  statusReason: 'All claims count as one origin until their independence is shown.',
  dissents: [],
  discussion: [],
  changes: [],
  replies: [],
  challenges: [],
  corrections: [],
  recommendations: [],
  made: {
    act: 'a-39',
    by: 'Tomás Ferreira',
    at: '2024-11-02T09:00:00.000Z',
    reason: 'three claims on one strike',
    adopts: null,
  },
};
