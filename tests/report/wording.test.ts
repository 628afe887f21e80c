import { describe, expect, it } from 'vitest';
import { claimantName } from '../../src/findings/model/claimant-name.ts';
import { composeReport } from '../../src/report/composition/compose.ts';
import type { ReportFinding, ReportModel } from '../../src/report/model/model.ts';
import { isDescription } from '../../src/report/model/words.ts';
import { TRANSFER } from './sample-findings.ts';
import { sampleModel } from './sample-model.ts';

const model = sampleModel();
const wordsOf = (changed: Partial<ReportModel>): string => {
  const report = composeReport({ ...model, ...changed });
  return JSON.stringify(report.sections.map(({ blocks }) => blocks));
};
const withFinding = (changed: Partial<ReportFinding>): string => wordsOf({ findings: [{ ...TRANSFER, ...changed }] });

describe('the words of a finding', () => {
  it('give a time in the measure in which it was told', () => {
    const period = { from: '2023-12-01', to: '2023-12-31' };
    expect(withFinding({ allegation: { ...TRANSFER.allegation, period } })).toContain(', in December 2023.');
  });

  it('say which day the law is asked at where no claim gives one', () => {
    const open = { ...TRANSFER.allegation, period: { from: null, to: null } };
    expect(withFinding({ allegation: open })).toContain(
      'in force on 30 December 2023, when the last of these claims was published (no day was read in them)',
    );
    expect(withFinding({})).not.toContain('the last of these claims was published');
  });

  it('call nothing open that the passages may say', () => {
    expect(withFinding({})).toContain('the program read it in none of these claims; the passages may say it');
  });

  it('say of what every claim only assesses that it is not stated as fact', () => {
    const [claim] = model.claims;
    const elements = [{ text: 'It took place', state: 'asserted' as const, claims: [claim?.id ?? ''] }];
    const assessed = model.claims.map((one) => ({
      ...one,
      modality: one.id === claim?.id ? 'assesses' : one.modality,
    }));
    const words = wordsOf({ claims: assessed, findings: [{ ...TRANSFER, elements }] });
    expect(words).toContain('assessed, and not stated as fact');
    expect(withFinding({ elements })).not.toContain('not stated as fact');
  });

  it('call what is allowed up to a cap reported, and not alleged, while the total is open', () => {
    const open = { ...TRANSFER.assessment, verdict: 'undetermined' as const };
    const capped = { ...open, missing: ['periodTotal: the total for the year in barrels'] };
    expect(withFinding({ assessment: capped })).toContain('Reported, and allowed up to a cap, is the supply');
    expect(withFinding({ assessment: open })).toContain('Alleged is the supply');
  });

  it('tell what is missing apart from what is known of the practice', () => {
    const missing = ['goods: whether it counts as coal'];
    const practice = ['Peru notified lignite as coal in 2022'];
    const open = { ...TRANSFER.assessment, verdict: 'undetermined' as const, missing, practice };
    expect(withFinding({ assessment: open })).toContain(
      'Missing: whether it counts as coal. Of the practice: Peru notified lignite as coal in 2022.',
    );
  });

  it('tell who could watch when it was told apart from who could since', () => {
    const { monitor } = TRANSFER.assessment;
    const nobody = { ...monitor, panel: null };
    const changes = [
      { date: '2023-12-30', verdict: 'prohibited' as const, monitor },
      { date: '2024-05-01', verdict: 'prohibited' as const, monitor: nobody },
    ];
    const activity = { ...TRANSFER.activity, date: '2023-12-30' };
    const told = (from: string | null) =>
      withFinding({
        made: null,
        activity,
        changes,
        allegation: { ...TRANSFER.allegation, period: { from, to: null } },
      });
    expect(told(null)).toMatch(
      /No time was read in the claims\. Who could watch on the day on which the last of them was published, 30 December 2023: the Panel.*Since the last of these claims was published: from 1 May 2024, no United Nations expert body/,
    );
    expect(told('2023-12-30')).toMatch(
      /Who could watch: from 30 December 2023, the Panel.*Since the last of these claims/,
    );
  });

  it('give what is alleged for a time in which the law changed the answer of no one day', () => {
    const { monitor } = TRANSFER.assessment;
    const finding = {
      activity: { ...TRANSFER.activity, date: '2017-12-31' },
      allegation: { ...TRANSFER.allegation, period: { from: '2017-01-01', to: '2017-12-31' } },
      changes: [
        { date: '2017-01-01', verdict: 'not-covered' as const, monitor },
        { date: '2017-09-11', verdict: 'prohibited' as const, monitor },
      ],
    };
    const days =
      'not covered by these measures from 1 January 2017 to 10 September 2017; prohibited from 11 September 2017 to 31 December 2017';
    const words = withFinding(finding);
    expect(words).toContain(`by the day on which it did: ${days}.`);
    expect(words).toContain(`Depends on the day: ${days}`);
    expect(words).not.toContain('"Prohibited"');
    expect(withFinding({ ...finding, changes: finding.changes.slice(1) })).toContain('"Prohibited"');
    const proposed = wordsOf({ findings: [], proposed: [{ ...TRANSFER, ...finding, review: 'proposed' }] });
    expect(proposed).toContain(`the answer by rule depends on the day: ${days}.`);
    expect(proposed).not.toContain('by rule the answer is');
  });

  it('call no entry of a list that nobody has decided on a match, and give what the text says beside the name', () => {
    const [claim] = model.claims;
    const [hit] = model.screening?.hits ?? [];
    const named = (quote: string) => {
      const { annexes } = composeReport({
        ...model,
        claims: model.claims.map((one) => (one.id === claim?.id ? { ...one, quote } : one)),
        screening: {
          ...(model.screening as NonNullable<ReportModel['screening']>),
          hits: [
            {
              ...(hit as NonNullable<typeof hit>),
              query: 'Mina Thoresen',
              claims: [claim?.id ?? ''],
              score: 1,
              decision: null,
            },
          ],
        },
      });
      return JSON.stringify(annexes.find(({ title }) => /screen/i.test(title)));
    };
    const words = named('Mina Thoresen, 34, a cook in Oslo, sold two cars.');
    expect(words).toContain('the text says beside the name: “34, a cook in Oslo”');
    expect(words).toContain('"1.00"');
    expect(words).not.toMatch(/\bmatch\b/);
    expect(named('Mina Thoresen, a Peruvian professor, bought two cars.')).toContain('“a Peruvian professor”');
    expect(named('Mina Thoresen sold two cars, a port clerk said.')).not.toContain('beside the name');
  });

  it('examine no exemption of a paragraph on which nothing rests', () => {
    const [exemption] = TRANSFER.assessment.exemptions;
    const exempting = (of: readonly string[]) =>
      withFinding({
        assessment: { ...TRANSFER.assessment, exemptions: [{ ...(exemption as NonNullable<typeof exemption>), of }] },
      });
    expect(exempting(['S/RES/1874(2009) OP9'])).toMatch(
      /\(by approval of the Committee\)"\},\{"kind":"text","text":" of "\},\{[^}]*"S\/RES\/1874\(2009\) OP9"\},\{[^}]*not stated as met/,
    );
    expect(exempting(['S/RES/2397(2017) OP6'])).not.toContain('Exemptions examined');
  });

  it('lay paragraphs that the facts do not decide beside none that they do', () => {
    const [ground] = TRANSFER.assessment.grounds;
    const grounds = [
      ...TRANSFER.assessment.grounds,
      { ...(ground as NonNullable<typeof ground>), effect: 'undetermined' as const, text: 'The ban on seafood.' },
    ];
    expect(withFinding({ assessment: { ...TRANSFER.assessment, grounds } })).not.toContain('The ban on seafood');
    const open = { ...TRANSFER.assessment, verdict: 'undetermined' as const, grounds };
    expect(withFinding({ assessment: open })).toContain('The ban on seafood');
  });
});

it('a report on other States says nothing of measures and of who watches them', () => {
  const words = wordsOf({ regimes: [], findings: [], proposed: [], checks: [] });
  expect(words).toContain('the program sets out no measures here');
  expect(composeReport({ ...model, regimes: [], findings: [], proposed: [] }).headline).toEqual([]);
});

it('an organ of a State that its name leaves out is given it', () => {
  const organ = (name: string, country: string) => claimantName({ name, kind: 'state-organ', country });
  expect(organ('Foreign Ministry', 'VN')).toBe('Foreign Ministry (Vietnam)');
  expect(organ("Vietnam's Foreign Ministry", 'VN')).toBe("Vietnam's Foreign Ministry");
  expect(organ('U.S. State Department', 'US')).toBe('U.S. State Department');
  expect(claimantName({ name: 'Peru', kind: 'state', country: 'PE' })).toBe('Peru');
});

it('a name is told from a description of somebody without one', () => {
  for (const description of ['a French military official', 'officials', 'the two sources'])
    expect(isDescription(description), description).toBe(true);
  for (const name of ['Vasily Nebenzya', 'African Commission']) expect(isDescription(name), name).toBe(false);
});
