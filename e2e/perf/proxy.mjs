/*
 * What the proxy costs: the same call straight at the API (the sandbox, a process of its own) and through
 * the built server, in turns, so that both meet the same machine. Times in ms. `--json` prints data.
 */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import autocannon from 'autocannon'

const SERVER = fileURLToPath(new URL('../../dist/server/node.js', import.meta.url))
const BEARER = `cfat_${'b'.repeat(48)}`
const ACCOUNT = 'b'.repeat(32)
const ROUNDS = 3
const SECONDS = 4
/** One caller; a team at work; and as much as goes, where waiting in line is most of the time. */
const LOADS = [{ connections: 1 }, { connections: 20, overallRate: 300 }, { connections: 20 }]

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

const run = (args, env) =>
  spawn(process.execPath, [SERVER, ...args], { env: { PATH: process.env.PATH, ...env }, stdio: 'ignore' })

async function ready(url) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    )
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`Nothing answers at ${url}`)
}

const [apiPort, appPort] = [await freePort(), await freePort()]
const base = `http://127.0.0.1:${apiPort}`
const processes = [
  run(['sandbox'], { PORT: apiPort, SANDBOX_TOKEN: BEARER }),
  run([], { PORT: appPort, CLOUDFLARE_API_TOKEN: BEARER, CLOUDFLARE_API_BASE_URL: `${base}/client/v4` }),
]

try {
  await ready(`${base}/client/v4/accounts`)
  await ready(`http://127.0.0.1:${appPort}/healthz`)
  // The sandbox keeps Cloudflare's rate limit; here only the work counts.
  await fetch(`${base}/api/sandbox/${ACCOUNT}/scenario`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ rateLimit: 1_000_000 }),
  })

  const list = `/accounts/${ACCOUNT}/tokens?per_page=20`
  const targets = {
    upstream: { url: `${base}/client/v4${list}`, headers: { authorization: `Bearer ${BEARER}` } },
    proxy: { url: `http://127.0.0.1:${appPort}/api/v4${list}`, headers: {} },
  }
  const results = []
  for (const load of LOADS) {
    const measured = { upstream: [], proxy: [] }
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, target] of Object.entries(targets)) {
        const { requests, latency, non2xx, errors } = await autocannon({ ...target, ...load, duration: SECONDS })
        if (non2xx + errors > 0) throw new Error(`${name}: ${non2xx} refusals, ${errors} errors`)
        measured[name].push({ perSecond: requests.average, mean: latency.average, p50: latency.p50, p99: latency.p99 })
      }
    }
    results.push({ ...load, upstream: medians(measured.upstream), proxy: medians(measured.proxy) })
  }
  report(results)
} finally {
  for (const child of processes) child.kill()
}

function medians(rows) {
  const middle = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
  return Object.fromEntries(Object.keys(rows[0]).map((key) => [key, middle(rows.map((row) => row[key]))]))
}

function report(rows) {
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`)
    return
  }
  const lines = rows.flatMap(({ connections, overallRate, upstream, proxy }) => {
    const line = (name, { perSecond, mean, p50, p99 }) =>
      `${String(connections).padStart(11)} ${`${overallRate ?? 'all'}`.padStart(6)}  ${name.padEnd(9)} ${perSecond.toFixed(0).padStart(9)} ${mean.toFixed(2).padStart(9)} ${p50.toFixed(0).padStart(6)} ${p99.toFixed(0).padStart(6)}`
    const cost = `${''.padStart(18)}  the proxy adds ${(proxy.mean - upstream.mean).toFixed(2)} ms on average, ${proxy.p50 - upstream.p50} ms at p50`
    return [line('upstream', upstream), line('proxy', proxy), cost]
  })
  process.stdout.write(`connections  asked  target    requests/s   mean ms  p50    p99\n${lines.join('\n')}\n`)
}
