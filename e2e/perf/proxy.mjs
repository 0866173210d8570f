/* The cost of the proxy: the same call directly to the API (the sandbox in its own process) and through the built
   server, in alternation, so that both run under the same conditions. Times in ms. */
import autocannon from 'autocannon'
import { median, run } from './serve-app.mjs'

const BEARER = `cfat_${'b'.repeat(48)}`
const ACCOUNT = 'b'.repeat(32)
const ROUNDS = 3
const SECONDS = 4
/** One client; a team; and full load, where most of the time is queueing. */
const LOADS = [{ connections: 1 }, { connections: 20, overallRate: 300 }, { connections: 20 }]

export async function measureProxy() {
  const api = await run(['sandbox'], { SANDBOX_TOKEN: BEARER }, '/client/v4/accounts')
  const app = await run(
    [],
    { CLOUDFLARE_API_TOKEN: BEARER, CLOUDFLARE_API_BASE_URL: `${api.url}/client/v4` },
    '/healthz',
  )
  try {
    // The sandbox applies Cloudflare's rate limit, which must not interfere here.
    await fetch(`${api.url}/api/sandbox/${ACCOUNT}/scenario`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ rateLimit: 1_000_000 }),
    })
    const list = `/accounts/${ACCOUNT}/tokens?per_page=20`
    const targets = {
      upstream: { url: `${api.url}/client/v4${list}`, headers: { authorization: `Bearer ${BEARER}` } },
      proxy: { url: `${app.url}/api/v4${list}`, headers: {} },
    }
    const results = []
    for (const load of LOADS) {
      const measured = { upstream: [], proxy: [] }
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const [name, target] of Object.entries(targets)) {
          const { requests, latency, non2xx, errors } = await autocannon({ ...target, ...load, duration: SECONDS })
          if (non2xx + errors > 0) throw new Error(`${name}: ${non2xx} refusals, ${errors} errors`)
          const { average: mean, p50, p99 } = latency
          measured[name].push({ perSecond: requests.average, mean, p50, p99 })
        }
      }
      results.push({ ...load, upstream: medians(measured.upstream), proxy: medians(measured.proxy) })
    }
    return results
  } finally {
    api.stop()
    app.stop()
  }
}

const medians = (rows) =>
  Object.fromEntries(Object.keys(rows[0]).map((key) => [key, median(rows.map((row) => row[key]))]))

export const proxyTable = (results) =>
  results.flatMap(({ connections, overallRate = 'all', upstream, proxy }) =>
    Object.entries({ upstream, proxy }).map(([target, { perSecond, mean, p50, p99 }]) => ({
      callers: connections,
      'asked a second': overallRate,
      target,
      'answered a second': Math.round(perSecond),
      'mean ms': mean.toFixed(2),
      p50,
      p99,
      'the proxy adds ms': target === 'proxy' ? (mean - upstream.mean).toFixed(2) : '',
    })),
  )
