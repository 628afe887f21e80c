import { PageHeader } from '../parts/page-header.tsx';

export function RegimePage() {
  return <PageHeader title="Regime" />;
}
