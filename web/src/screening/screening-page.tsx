import { PageHeader } from '../parts/page-header.tsx';

export function ScreeningPage() {
  return <PageHeader title="Screening" />;
}
