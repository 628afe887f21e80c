import { PageHeader } from '../parts/page-header.tsx';

export function FindingsPage() {
  return <PageHeader title="Findings" />;
}
