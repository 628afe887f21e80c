import type { Command } from 'commander';
import { formatTable, printAnswer, printHint, printJsonLines } from '../output.ts';
import { terminalProgress } from '../progress.ts';
import { takeJson, takeWorkspace } from '../workspace-option.ts';

type Options = { workspace: string; json?: boolean };

export function addCommand(program: Command): void {
  takeJson(takeWorkspace(program.command('findings').description('allegations tested against the provisions'))).action(
    async (options: Options) => {
      const { listFindings } = await import('../../app/review.ts');
      const findings = await listFindings(options.workspace, terminalProgress({ quiet: true }));
      if (options.json) return printJsonLines(findings);
      if (findings.length === 0)
        return printHint('No findings: the claims of this workspace name no activity that a regime covers.');
      printAnswer(
        formatTable(findings, [
          { heading: 'finding', text: (finding) => finding.id },
          { heading: 'verdict', text: (finding) => finding.assessment.verdict },
          { heading: 'status', text: (finding) => finding.status },
          { heading: 'claims', right: true, text: (finding) => String(finding.claims.length) },
          { heading: 'allegation', text: (finding) => finding.title },
        ]),
      );
    },
  );
  takeJson(takeWorkspace(program.command('incidents').description('claims believed to speak of one happening'))).action(
    async (options: Options) => {
      const { listIncidents } = await import('../../app/review.ts');
      const incidents = await listIncidents(options.workspace, terminalProgress({ quiet: true }));
      if (options.json) return printJsonLines(incidents);
      if (incidents.length === 0)
        return printHint('No incidents: no two claims of this workspace are believed to speak of one happening.');
      printAnswer(
        formatTable(incidents, [
          { heading: 'incident', text: (incident) => incident.id },
          { heading: 'status', text: (incident) => incident.status },
          { heading: 'claims', right: true, text: (incident) => String(incident.claims.length) },
          { heading: 'reason', text: (incident) => incident.reason },
        ]),
      );
    },
  );
}
