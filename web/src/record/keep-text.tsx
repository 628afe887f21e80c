import type { ReactNode } from 'react';
import { Button } from '../parts/button.tsx';
import { saveFile } from './save-file.ts';

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
  return <Button onClick={() => saveFile(name, 'text/plain;charset=utf-8', text)}>{children}</Button>;
}
