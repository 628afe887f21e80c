import { PageHeader } from '../parts/page-header.tsx';

export function DocumentPage() {
  return <PageHeader title="Document" />;
}
