import type { Assessment, Ground, Verdict } from './model/assessment.ts';
import { listInWords } from './model/ballots.ts';

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  prohibited: 'Prohibited.',
  'cap-exceeded': 'Above a cap.',
  'approval-required': "Prohibited without the Committee's approval, which is not stated.",
  undetermined: 'Not determined: facts are missing.',
  'notice-required': 'Allowed only on notice to the Committee, which is not stated.',
  exempt: 'Exempt.',
  'within-cap': 'Within the cap.',
  'not-covered': 'Not covered by any provision in force on that day.',
};

const EFFECT_WORDS: Readonly<Record<Verdict, string>> = {
  prohibited: 'forbids it',
  'cap-exceeded': 'caps it, and the cap is exceeded',
  'approval-required': "forbids it without the Committee's approval",
  undetermined: 'cannot be applied yet',
  'notice-required': 'allows it on notice only',
  exempt: 'would forbid it, but an exemption is met',
  'within-cap': 'caps it, and the cap is kept',
  'not-covered': 'does not cover it',
};

/** An assessment in sentences for a reader: the verdict, each paragraph with its reasoning, what was considered and rejected, and who watched. */
export function explainAssessment(assessment: Assessment): readonly string[] {
  const { verdict, grounds, exemptions, considered, monitor, missing, practice } = assessment;
  const lines = [VERDICT_WORDS[verdict]];
  if (missing) lines.push(...missing.map((fact) => `  Missing: ${fact}.`));
  if (practice) lines.push(...practice.map((text) => `  Practice so far, which settles nothing: ${text}.`));
  if (grounds.length > 0) lines.push('', 'Grounds');
  for (const ground of grounds) lines.push(...explainGround(ground));
  if (exemptions.length > 0) lines.push('', 'Exemptions');
  for (const exemption of exemptions)
    lines.push(
      `  ${exemption.provision} (${exemption.how.replace('-', ' ')}): ${exemption.met ? 'met' : 'not stated as met'}. ${exemption.text}`,
    );
  if (considered.length > 0) lines.push('', 'Considered and not applied');
  for (const { provision, reason } of considered) lines.push(`  ${provision}: ${reason}`);
  lines.push(
    '',
    'Who had the mandate to watch',
    `  Committee: ${monitor.committee ?? 'none'}`,
    `  Expert body of the Council: ${monitor.panel ?? 'none'}`,
  );
  lines.push(`  Outside the U.N.: ${monitor.outsideUn.length > 0 ? listInWords(monitor.outsideUn) : 'none'}`);
  return lines;
}

function explainGround(ground: Ground): string[] {
  const recalled =
    ground.evidence === 'recalled' ? ' [recalled: the paragraph itself has not been read against its source]' : '';
  const lines = [
    `  ${ground.provision} ${EFFECT_WORDS[ground.effect]} (in force since ${ground.since}).${recalled}`,
    `    ${ground.text}`,
  ];
  for (const fact of ground.missing ?? []) lines.push(`    Missing: ${fact}.`);
  for (const text of ground.practice ?? []) lines.push(`    Practice so far, which settles nothing: ${text}.`);
  if (ground.source) lines.push(`    ${ground.source}`);
  return lines;
}
