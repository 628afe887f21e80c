import { PageHeader } from '../parts/page-header.tsx';

export function ClaimsPage() {
  return <PageHeader title="Claims" />;
}
