import { PageHeader } from '../parts/page-header.tsx';

export function IncidentPage() {
  return <PageHeader title="Incident" />;
}
