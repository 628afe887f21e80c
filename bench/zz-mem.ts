import { silentProgress } from '../src/app/progress.ts';
import { holdWorkspace } from '../src/app/workspace/workspace.ts';
const gc=(globalThis as any).gc; const m=(w:string)=>{gc();gc();const u=process.memoryUsage();console.log(w,'heap',(u.heapUsed/2**20).toFixed(0),'ext',(u.external/2**20).toFixed(0),'rss',(u.rss/2**20).toFixed(0));};
m('start');
const held = await holdWorkspace({ workspace: process.argv[2]!, command: 'bench', progress: silentProgress, create: false });
m('held');
let s:any = await held.derivation.snapshot(silentProgress);
m('snapshot');
const d=s.derived;
console.log('layers MB', d.documents.reduce((n:number,x:any)=>n+JSON.stringify(x.layer).length,0)/1e6,'text',d.documents.reduce((n:number,x:any)=>n+x.layer.text.length,0)/1e6,'claims',JSON.stringify(d.claims).length/1e6, 'acts', JSON.stringify(s.acts).length/1e6);
for (const p of ['topics','incidents','checks','findings','origins'] as const){ d[p].length; m(p); console.log('   json MB', JSON.stringify(d[p]).length/1e6);}
await held.projections.read(silentProgress, async()=>null); m('tables');
await held.close(); s=null; m('closed');
