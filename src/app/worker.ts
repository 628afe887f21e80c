import { workerData } from 'node:worker_threads';
import { reopenList } from '../entities/list-file.ts';
import { silentProgress } from './progress.ts';
import { indexLists, type ListsToIndex } from './screening-index.ts';

/** Indexes lists into the cache. Whoever started this opens the lists again and finds them there. */
const lists = (workerData as ListsToIndex).map(({ opened, published }) => ({ file: reopenList(opened), published }));
await indexLists(lists, silentProgress);
