import type { RegimeStatus, ReportDecision, ReportProvision } from '../../src/report/model/model.ts';

const PERMANENT = new Set(['China', 'France', 'Russian Federation', 'United Kingdom', 'United States']);

function ballots(yes: readonly string[], no: readonly string[], abstain: readonly string[]) {
  const cast = (members: readonly string[], ballot: 'yes' | 'no' | 'abstain') =>
    members.map((member) => ({ member, permanent: PERMANENT.has(member), ballot }));
  return [...cast(yes, 'yes'), ...cast(no, 'no'), ...cast(abstain, 'abstain')];
}

const adopted = (symbol: string, date: string): ReportDecision => ({
  symbol,
  title: `Resolution ${symbol.replace('S/RES/', '').replace('(', ' (')}`,
  date,
  adopted: true,
  ballots: null,
});

const provision = (
  id: string,
  subject: string,
  text: string,
  from: string,
  to: string | null = null,
  evidence: 'seen' | 'recalled' = 'recalled',
): ReportProvision => ({
  id,
  subject,
  text,
  effect: text.startsWith('Caps') ? 'cap-exceeded' : 'prohibited',
  from,
  to,
  inForce: to === null,
  evidence,
  source: evidence === 'seen' ? 'https://main.un.org/securitycouncil/en/sanctions/1718' : null,
});

const ARMS = 'Arms and related materiel';
const COAL = 'Coal, iron and iron ore';
const PETROLEUM = 'Refined petroleum';

/** The 1718 regime on 1 December 2024, shortened: enough to draw and to read, not a source of law. */
export const SAMPLE_REGIME: RegimeStatus = {
  id: 'un-1718',
  name: 'Democratic People’s Republic of Korea (resolution 1718)',
  committee: '1718 Committee',
  endedBy: 'S/2024/255',
  provisions: [
    provision(
      'S/RES/1718(2006) OP8(b)',
      ARMS,
      'The DPRK shall not export, and States shall not procure from it, heavy conventional arms, missiles and the listed items.',
      '2006-10-14',
    ),
    provision(
      'S/RES/1874(2009) OP9',
      ARMS,
      'Extends the export ban to all arms and related materiel, and to finance, training and services related to them.',
      '2009-06-12',
    ),
    provision(
      'S/RES/2270(2016) OP6',
      ARMS,
      'Extends the ban in both directions to small arms and light weapons.',
      '2016-03-02',
      null,
      'seen',
    ),
    provision(
      'S/RES/2270(2016) OP29',
      COAL,
      'Bans the export of coal, iron and iron ore, livelihood purposes excepted.',
      '2016-03-02',
      '2016-11-29',
    ),
    provision(
      'S/RES/2321(2016) OP26',
      COAL,
      'Caps the export of coal by value and by weight.',
      '2016-11-30',
      '2017-08-04',
    ),
    provision(
      'S/RES/2371(2017) OP8',
      COAL,
      'Bans the export of coal, iron and iron ore altogether.',
      '2017-08-05',
      null,
      'seen',
    ),
    provision(
      'S/RES/2375(2017) OP14',
      PETROLEUM,
      'Caps the supply of refined petroleum at 500,000 barrels for the last quarter of 2017.',
      '2017-10-01',
      '2017-12-31',
    ),
    provision(
      'S/RES/2397(2017) OP5',
      PETROLEUM,
      'Caps the supply of refined petroleum at 500,000 barrels in twelve months.',
      '2018-01-01',
      null,
      'seen',
    ),
    provision(
      'S/RES/2371(2017) OP9',
      'Seafood',
      'Bans the export of seafood in all forms.',
      '2017-08-05',
      null,
      'seen',
    ),
    provision('S/RES/2375(2017) OP16', 'Textiles', 'Bans the export of textiles.', '2017-09-11'),
    provision(
      'S/RES/2397(2017) OP8',
      'Workers',
      'Requires the return of workers within twenty-four months.',
      '2017-12-22',
      null,
      'seen',
    ),
  ],
  mandates: [
    {
      body: '1718 Committee',
      instrument: 'S/RES/1718(2006)',
      from: '2006-10-14',
      to: null,
      inForce: true,
      outsideUn: false,
    },
    {
      body: 'Panel of Experts',
      instrument: 'S/RES/1874(2009)',
      from: '2009-06-12',
      to: '2010-06-12',
      inForce: false,
      outsideUn: false,
    },
    {
      body: 'Panel of Experts',
      instrument: 'S/RES/1928(2010)',
      from: '2010-06-07',
      to: '2023-04-30',
      inForce: false,
      outsideUn: false,
    },
    {
      body: 'Panel of Experts',
      instrument: 'S/RES/2680(2023)',
      from: '2023-03-23',
      to: '2024-04-30',
      inForce: false,
      outsideUn: false,
    },
    {
      body: 'Multilateral Sanctions Monitoring Team',
      instrument: 'joint statement of eleven States',
      from: '2024-10-16',
      to: null,
      inForce: true,
      outsideUn: true,
    },
  ],
  decisions: [
    adopted('S/RES/1718(2006)', '2006-10-14'),
    adopted('S/RES/1874(2009)', '2009-06-12'),
    adopted('S/RES/2087(2013)', '2013-01-22'),
    adopted('S/RES/2094(2013)', '2013-03-07'),
    adopted('S/RES/2270(2016)', '2016-03-02'),
    adopted('S/RES/2321(2016)', '2016-11-30'),
    adopted('S/RES/2371(2017)', '2017-08-05'),
    adopted('S/RES/2375(2017)', '2017-09-11'),
    adopted('S/RES/2397(2017)', '2017-12-22'),
    {
      symbol: 'S/2022/431',
      title: 'Draft resolution of the United States',
      date: '2022-05-26',
      adopted: false,
      ballots: null,
    },
    {
      symbol: 'S/2024/255',
      title: 'draft to extend the mandate of the Panel of Experts until 30 April 2025',
      date: '2024-03-28',
      adopted: false,
      ballots: {
        members: ballots(
          [
            'Algeria',
            'Ecuador',
            'France',
            'Guyana',
            'Japan',
            'Malta',
            'Mozambique',
            'Republic of Korea',
            'Sierra Leone',
            'Slovenia',
            'Switzerland',
            'United Kingdom',
            'United States',
          ],
          ['Russian Federation'],
          ['China'],
        ),
        inFavour: 13,
        veto: ['Russian Federation'],
        reason:
          'Thirteen votes in favour reach the nine that are needed, but a permanent member voted against (Charter, Article 27 (3)).',
      },
    },
  ],
};
