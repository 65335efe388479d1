import { generateDossiers } from "./funds/dossiers.mjs"; import { startDirectus, directusPaths } from "./funds/directus.mjs"; import {freshDatabase} from "./lib/postgres.mjs"; import {questionsOn} from "./funds/questions.mjs"; import {httpClient,timeRequests,throughput} from "./lib/http.mjs";
const d = generateDossiers({count:27000, seed:"1", call:"load-2027"});
const peer = await startDirectus(await freshDatabase("bench_funds_peer"), 3941, d);
try {
console.log("import", peer.importSeconds, peer.server.memory());
const c = httpClient(peer.base, peer.headers);
for (const q of questionsOn(d.applications,"1")) { const r = await timeRequests(c, k=>directusPaths[q.kind](q.argumentsOf(k)), {count:60}); console.log(q.title, r); }
console.log((await c.get(directusPaths.search({text:"lassen"}))).text.slice(0,900));
console.log(await throughput(()=>httpClient(peer.base,peer.headers), k=>directusPaths.list({page:1+k%500}), {connections:10, seconds:5}), peer.server.memory());
c.close();
} finally { await peer.server.stop(); }
