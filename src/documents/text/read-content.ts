import type { TextLayer } from './text-layer.ts';

/** What a reader of one kind finds; the rest of the text layer is the same for all kinds. */
export type ReadContent = Pick<TextLayer, 'kind' | 'reader' | 'text' | 'blocks' | 'pages' | 'encoding'> &
  Partial<Pick<TextLayer, 'title' | 'published' | 'outlet' | 'language' | 'created' | 'notes' | 'unread'>> &
  Pick<TextLayer, 'sheets' | 'parts' | 'sender' | 'records' | 'checks' | 'recognised' | 'stated'>;
