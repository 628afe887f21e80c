import { PageHeader } from '../parts/page-header.tsx';

export function IncidentsPage() {
  return <PageHeader title="Incidents" />;
}
