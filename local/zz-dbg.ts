import { startPlayground } from './playground/server';
import { mkdtempSync } from 'node:fs';
(async () => {
  const data = mkdtempSync('/tmp/pg-');
  const r = await startPlayground({ port: 0, script: '/work/main/dist', data });
  const view = async () => (await (await fetch(r.address + '/local/view.json')).json()).selection;
  const call = async (name: string, args: unknown[]) => (await fetch(r.address + '/local/page', { method: 'POST', body: JSON.stringify({ name: 'ownerCall', args: [name, args] }) })).json();
  console.log(await view());
  console.log(await call('showProblems', []));
  console.log(await view());
  console.log(r.playground.script.save().book.activeSheet, r.playground.script.save().book.sheets.map((s: any) => [s.id, s.name]));
  await r.stop(); process.exit(0);
})();
