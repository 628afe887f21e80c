import { PageHeader } from '../parts/page-header.tsx';

export function RecordPage() {
  return <PageHeader title="Record" />;
}
