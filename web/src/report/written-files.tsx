import type { WrittenReportFile } from '../../../src/app/workbench/contract/report.ts';
import { apiAddress } from '../api/client.ts';
import { Instant } from '../parts/time.tsx';

export const FORMATS = [
  { format: 'html', words: 'HTML, one page for any browser' },
  { format: 'pdf', words: 'PDF, for print' },
  { format: 'docx', words: 'Word' },
  { format: 'json', words: 'JSON, for other programs' },
] as const;

/** Files to take away, each by its own link. */
export function FileLinks({ files }: { readonly files: readonly WrittenReportFile[] }) {
  return (
    <ul className="plain written">
      {files.map((file) => (
        <li key={`${file.name} ${file.at}`}>
          <a href={apiAddress(`/reports/${encodeURIComponent(file.name)}`)} download={file.name}>
            {file.name}
          </a>
          <span className="written-facts">
            {sizeInWords(file.size)}, <Instant at={file.at} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** In steps of 1,000, as file managers show them. */
function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
