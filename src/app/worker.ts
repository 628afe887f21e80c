import { workerData } from 'node:worker_threads';
import { reopenList } from '../entities/list-file.ts';
import { indexLists, type ListsToIndex } from './lists/screening-index.ts';
import { silentProgress } from './progress.ts';

/** Indexes lists into the cache. Whoever started this opens the lists again and finds them there. */
const lists = (workerData as ListsToIndex).map(({ opened, published }) => ({ file: reopenList(opened), published }));
await indexLists(lists, silentProgress);
