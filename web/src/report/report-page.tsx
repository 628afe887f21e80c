import { PageHeader } from '../parts/page-header.tsx';

export function ReportPage() {
  return <PageHeader title="Report" />;
}
