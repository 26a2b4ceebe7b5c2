// SPDX-License-Identifier: GPL-3.0-or-later
// Jetstream-compatible bridge: real subscribeRepos firehose (CBOR/CAR) in, Jetstream v1 + v2 JSON out.
// env: FIREHOSE=ws://127.0.0.1:2583  PORT=2588
import http from 'node:http'
import { createRequire } from 'node:module'
const NM = new URL('./node_modules/', import.meta.url).href
const { WebSocket, WebSocketServer } = createRequire(import.meta.url)('ws')
const { decode, decodeAll } = await import(NM + '@atproto/lex-cbor/dist/index.js')
const { lexToJson } = await import(NM + '@atproto/lex-json/dist/index.js')
const { readCar } = await import(NM + '@atproto/repo/dist/index.js')
const V2 = 'network.bsky.jetstream.subscribeEvents'
export async function translate(bytes, onEvent) {          // one firehose frame -> 0..n events
  const [h, b] = [...decodeAll(bytes)]
  if (h.op !== 1) return
  if (h.t === '#commit') {
    const blocks = b.blocks?.length ? (await readCar(b.blocks, { skipCidVerification: false })).blocks : undefined
    for (const op of b.ops) {
      const i = op.path.indexOf('/'), collection = op.path.slice(0, i), rkey = op.path.slice(i + 1)
      const ev = { kind: 'commit', did: b.repo, commit: { rev: b.rev, operation: op.action, collection, rkey } }
      if (op.action !== 'delete') { const raw = blocks.get(op.cid); if (!raw) continue
        ev.commit.record = lexToJson(decode(raw)); ev.commit.cid = op.cid.toString() }
      onEvent(ev)
    }
  } else if (h.t === '#identity' || h.t === '#account' || h.t === '#sync') {
    const kind = h.t.slice(1), body = lexToJson(b)
    onEvent({ kind, did: b.did, [kind]: body })
  }
}
const log = []; const subs = new Set(); let seq = 0, lastUs = 0, floor = 1, dup = 0
const push = ev => { ev.seq = ++seq; ev.us = lastUs = Math.max(Date.now() * 1000, lastUs + 1); log.push(ev); for (const s of subs) s.offer(ev) }
const v1 = e => JSON.stringify({ did: e.did, time_us: e.us, cursor: e.seq, kind: e.kind, [e.kind]: e[e.kind] })
const us2iso = us => new Date(Math.floor(us / 1000)).toISOString().replace('Z', String(us % 1000).padStart(3, '0') + 'Z')
const v2 = e => JSON.stringify({ $type: 'message', payload: e.kind === 'commit'
  ? { $type: V2 + '#commit', seq: e.seq, did: e.did, time: us2iso(e.us), ...e.commit }
  : { $type: `${V2}#${e.kind}`, seq: e.seq, did: e.did, time: us2iso(e.us), [e.kind]: e[e.kind] } })
const colMatch = (pats, c) => !pats.length || pats.some(p => p.endsWith('.*') ? c.startsWith(p.slice(0, -1)) : p === c)
const xerr = (sock, code, error, message) => { const b = JSON.stringify({ error, message }); sock.end(`HTTP/1.1 ${code} Bad Request\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(b)}\r\nConnection: close\r\n\r\n${b}`) }
const wss = new WebSocketServer({ noServer: true, handleProtocols: p => p.has('xrpc.v1.json') ? 'xrpc.v1.json' : false })
const srv = http.createServer((q, r) => {                   // test controls
  const u = new URL(q.url, 'http://x')
  if (u.pathname === '/ctl/drop') { for (const s of subs) s.ws.terminate(); r.end('ok\n') }
  else if (u.pathname === '/ctl/floor') { floor = +u.searchParams.get('seq'); r.end('ok\n') }
  else if (u.pathname === '/ctl/dup') { dup = +u.searchParams.get('n'); r.end('ok\n') }
  else if (u.pathname === '/ctl/state') r.end(JSON.stringify({ seq, us: lastUs, subs: subs.size }) + '\n')
  else { r.statusCode = 404; r.end() }
})
srv.on('upgrade', (req, sock, head) => {
  const u = new URL(req.url, 'http://x'), q = u.searchParams, isV2 = u.pathname === '/xrpc/' + V2
  if (!isV2 && u.pathname !== '/subscribe') return xerr(sock, 404, 'NotFound', 'no such endpoint')
  const cols = q.getAll(isV2 ? 'collections' : 'wantedCollections'), dids = q.getAll(isV2 ? 'dids' : 'wantedDids'), kinds = isV2 ? q.getAll('kinds') : []
  if (isV2 && [...q.keys()].some(k => k.startsWith('wanted'))) return xerr(sock, 400, 'InvalidRequest', 'legacy parameter')
  if (kinds.some(k => !['commit', 'identity', 'account', 'sync'].includes(k))) return xerr(sock, 400, 'InvalidRequest', 'unknown kind')
  if (cols.length && kinds.length && !kinds.includes('commit')) return xerr(sock, 400, 'InvalidRequest', 'collections can never apply')
  let start = seq + 1, info
  if (q.has('cursor')) { const c = Number(q.get('cursor')); if (!Number.isInteger(c)) return xerr(sock, 400, 'InvalidRequest', 'invalid cursor')
    if (c >= 1e15) { start = (log.find(e => e.us >= c) ?? { seq: seq + 1 }).seq; if (start < floor) { start = floor; info = `resumed from seq ${floor}` } }
    else if (isV2) { start = Math.max(c, 1); if (c > 0 && start < floor) return xerr(sock, 400, 'CursorTooOld', `cursor ${c} is below the retention floor ${floor}`) }
    else start = Math.max(c, floor) }
  wss.handleUpgrade(req, sock, head, ws => {
    const want = e => (!dids.length || dids.includes(e.did)) && (!kinds.length || kinds.includes(e.kind)) && (isV2 || e.kind !== 'sync') && (e.kind !== 'commit' || colMatch(cols, e.commit.collection))
    const s = { ws, offer: e => { if (want(e)) { const m = isV2 ? v2(e) : v1(e); for (let i = 0; i <= dup; i++) ws.send(m) } } }
    if (isV2) ws.on('message', () => ws.close(1008, 'server push only'))
    if (isV2 && info) ws.send(JSON.stringify({ $type: 'message', payload: { $type: V2 + '#info', name: 'OutdatedCursor', message: info } }))
    for (const e of log) if (e.seq >= start) s.offer(e)
    subs.add(s); ws.on('close', () => subs.delete(s)); ws.on('error', () => subs.delete(s))
  })
})
if (process.argv[1] === new URL(import.meta.url).pathname) {
  let chain = Promise.resolve(), up = 0
  const connect = () => { const ws = new WebSocket(`${process.env.FIREHOSE ?? 'ws://127.0.0.1:2583'}/xrpc/com.atproto.sync.subscribeRepos?cursor=${up}`)
    ws.on('message', d => { chain = chain.then(() => translate(d, push)).then(() => { const [, b] = [...decodeAll(d)]; if (b?.seq) up = Number(b.seq) }).catch(e => console.error('drop', e.message)) })
    ws.on('close', () => setTimeout(connect, 500)); ws.on('error', () => {}) }
  connect(); srv.listen(Number(process.env.PORT ?? 2588), '127.0.0.1', () => console.log('READY jetbridge'))
}
