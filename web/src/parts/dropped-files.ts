/**
 * The files that were dropped, with those in dropped folders, each under its path in them. The browser's list must be read while
 * the drop is told of, so that this is asked then and answers later.
 */
export async function droppedFiles(transfer: DataTransfer | null): Promise<readonly File[]> {
  const entries = [...(transfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  const plain = [...(transfer?.files ?? [])];
  if (!entries.some(({ isDirectory }) => isDirectory)) return plain;
  const files: File[] = [];
  for (const entry of entries) await collect(entry, files);
  return files;
}

async function collect(entry: FileSystemEntry, into: File[]): Promise<void> {
  // What systems hide in folders is nobody's evidence.
  if (entry.name.startsWith('.')) return;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    into.push(
      new File([file], entry.fullPath.replace(/^\//, ''), { type: file.type, lastModified: file.lastModified }),
    );
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A folder is told in parts, the last of them empty.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return;
    for (const inner of part) await collect(inner, into);
  }
}
