import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';

/** Saves a text that is already on the page as a file. */
export function KeepText({
  name,
  text,
  children,
}: {
  readonly name: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  const keep = () => {
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return <Button onClick={keep}>{children}</Button>;
}
