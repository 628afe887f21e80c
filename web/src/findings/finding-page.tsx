import { PageHeader } from '../parts/page-header.tsx';

export function FindingPage() {
  return <PageHeader title="Finding" />;
}
