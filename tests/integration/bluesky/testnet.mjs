// SPDX-License-Identifier: GPL-3.0-or-later
// Vigie Bluesky test network: the real PLC + PDS + AppView + Ozone + bsync in one process, loopback only.
// 2580 control | 2581 introspect | 2582 PLC | 2583 PDS | 2584 AppView | 2587 Ozone | 2589 second PDS, rate limits ON
import net from 'node:net'
const listen = net.Server.prototype.listen                 // dev-env listens on all interfaces: force 127.0.0.1
net.Server.prototype.listen = function (...a) {
  if (typeof a[0] === 'number' || (typeof a[0] === 'string' && /^\d+$/.test(a[0]))) typeof a[1] === 'string' ? (a[1] = '127.0.0.1') : a.splice(1, 0, '127.0.0.1')
  else if (a[0] && typeof a[0] === 'object' && 'port' in a[0]) a[0] = { ...a[0], host: '127.0.0.1' }
  return listen.apply(this, a)
}
const http = await import('node:http'), crypto = await import('node:crypto')
const base = Number(process.env.VIGIE_BSKY_BASE ?? 2580)
const { TestNetwork, TestPds } = await import('@atproto/dev-env')
const net_ = await TestNetwork.create({
  pds:   { port: base + 3, hostname: 'localhost', enableDidDocWithSession: true },
  bsky:  { port: base + 4, publicUrl: `http://localhost:${base + 4}`, dbPostgresSchema: 'bsky' },
  plc:   { port: base + 2 },
  ozone: { port: base + 7, dbMaterializedViewRefreshIntervalMs: 30_000 },
  introspect: { port: base + 1 },
})
const limited = await TestPds.create({ port: base + 9, hostname: 'localhost', serviceDid: 'did:web:limited.test', didPlcUrl: net_.plc.url,
  bskyAppViewUrl: net_.bsky.url, bskyAppViewDid: net_.bsky.serverDid, rateLimitsEnabled: true })
const b64 = o => Buffer.from(typeof o === 'string' ? o : JSON.stringify(o)).toString('base64url')
const jwt = (did, exp, scope) => { const t = scope === 'com.atproto.refresh' ? 'refresh+jwt' : 'at+jwt'
  const s = b64({ typ: t, alg: 'HS256' }) + '.' + b64({ scope, aud: 'did:web:localhost', sub: did, iat: exp - 7200, exp })
  return s + '.' + crypto.createHmac('sha256', 'jwt-secret').update(s).digest('base64url') }
const ctl = {
  // barrier: PDS background work, firehose -> AppView index, bsync (mutes, seen), ozone: all caught up
  '/sync': async () => (await net_.processAll(), 'ok'),
  // access token with any expiry, e.g. /token?did=...&exp=-10 is already expired
  '/token': async q => jwt(q.get('did'), Math.floor(Date.now() / 1000) + Number(q.get('exp') ?? -10), 'com.atproto.access'),
  // PLC says handle H but H does not resolve back -> AppView shows handle.invalid
  '/break-handle': async q => { await net_.plc.getClient().updateHandle(q.get('did'), net_.pds.ctx.plcRotationKey, q.get('handle') ?? 'ghost.test')
    await net_.pds.ctx.sequencer.sequenceIdentity(q.get("did")); await net_.processAll(); return 'ok' },
  // the label the moderation service would put on a post (uri+cid) or an account (uri=did); no public labeler ingester exists, so write the AppView row
  '/label': async q => { await net_.bsky.db.db.insertInto('label').values({ src: net_.ozone.ctx.cfg.service.did, uri: q.get('uri'), cid: q.get('cid') ?? '', val: q.get('val') ?? 'spam',
    neg: false, cts: new Date().toISOString(), exp: null }).execute(); return 'ok' },
  '/mem': async () => JSON.stringify(process.memoryUsage()),
}
http.createServer(async (q, r) => { const u = new URL(q.url, 'http://x'), f = ctl[u.pathname]
  try { if (!f) r.statusCode = 404; r.end(f ? (await f(u.searchParams)) + '\n' : 'no\n') } catch (e) { r.statusCode = 500; r.end(`${e.stack}\n`) } }).listen(base)
console.log('READY', Math.round(performance.now()), 'ms', Math.round(process.memoryUsage().rss / 1048576), 'MiB')
const stop = async () => { setTimeout(() => process.exit(0), 3000).unref(); await Promise.allSettled([net_.close(), limited.close()]); process.exit(0) }
process.on('SIGTERM', stop); process.on('SIGINT', stop)
