/* The built server in sandbox mode, as a separate process, and helpers to set up the sandbox. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

const SERVER = fileURLToPath(new URL('../../dist/server/node.js', import.meta.url))
const WRITE = { 'content-type': 'application/json', 'x-token-desk': '1' }

/** The default account of every sandbox, with its seeded tokens. */
export const ACCOUNT = '023e105f4ecef8ad9ca31a8372d0c353'
export const TOKEN = 'ed17574386854bf78a67040be0a770b0'

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** Starts the built server with these settings and arguments, and waits until `path` answers. */
export async function run(args, env, path) {
  const port = await freePort()
  const child = spawn(process.execPath, [SERVER, ...args], {
    env: { PATH: process.env.PATH, PORT: String(port), ...env },
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}`
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isUp = await fetch(url + path).then(
      () => true,
      () => false,
    )
    if (isUp) return { url, stop: () => child.kill() }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The server does not start; run npm run build first.')
}

/** The app; `latency` in ms delays every answer of the sandbox. */
export async function serveApp(latency) {
  const { url, stop } = await run([], { SANDBOX_LATENCY_MS: String(latency) }, '/healthz')
  const post = async (path, data) => {
    const answer = await fetch(url + path, { method: 'POST', headers: WRITE, body: JSON.stringify(data) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  return {
    url,
    stop,
    /** Sets the size of an account. The rate limit of the sandbox must not interfere. */
    scenario: (accountId, data) => post(`/api/sandbox/${accountId}/scenario`, { rateLimit: 1_000_000, ...data }),
    /** Creates a token with this many policies, each on two zones; returns its id. */
    tokenWithPolicies: async (accountId, amount) => {
      const all = { [`com.cloudflare.api.account.${accountId}`]: { 'com.cloudflare.api.account.zone.*': '*' } }
      const policies = Array.from({ length: amount }, (_, index) => ({
        effect: index % 7 === 6 ? 'deny' : 'allow',
        permission_groups: [
          { id: 'c8fed203ed3043cba015a93ad1616f1f' },
          { id: index % 2 ? '4755a26eedb94da69e1066d98aa820be' : '82e64a83756745bbbb1c9c2701bf816b' },
        ],
        resources: all,
      }))
      const { result } = await post(`/api/v4/accounts/${accountId}/tokens`, {
        name: `With ${amount} policies`,
        policies,
      })
      return result.id
    },
  }
}

/** The median and the 95th percentile. */
export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
export const p95 = (numbers) =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * 0.95))]

/** Measures `--runs` (5) times: the median, the least and the most, rounded. */
export async function spread(measure) {
  const runs = []
  for (let run = 0; run < Number(option('runs', '5')); run += 1) runs.push(Math.round(await measure()))
  return { median: median(runs), least: Math.min(...runs), most: Math.max(...runs) }
}

/** The value after `--name`, or the fallback. */
export const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? fallback : process.argv[at + 1]
}
