/* How long it takes to read what all tokens of a large account reach: `node e2e/perf/reach.mjs`. Without a browser and
   unthrottled; the longest slice is what would hold up a page. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { build } from 'vite'

const TOKENS = 5000
const POLICIES = 20
const RUNS = 9

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc')

const domain = await bundled('src/domain/reach/token-reach.ts')
const OWN = 'a'.repeat(32)
const scope = 'com.cloudflare.api.account.zone'
const account = `com.cloudflare.api.account.${OWN}`
const id = (number) => number.toString(16).padStart(32, '0')
const groups = Array.from({ length: 348 }, (_, index) => ({
  id: id(index),
  name: `Product ${index >> 1} ${index % 2 ? 'Read' : 'Write'}`,
}))
const [ofAccount, ofZones] = [true, false].map((isAccount) =>
  groups.filter((_, index) => (index % 3 === 0) === isAccount),
)
const catalogue = groups.map((group, index) => ({
  ...group,
  scopes: [index % 3 ? scope : 'com.cloudflare.api.account'],
  category: null,
  description: null,
  isSelectable: true,
  deprecation: null,
}))

report(`${TOKENS} tokens × ${POLICIES} policies, 3 groups on 2 zones each`, TOKENS, POLICIES, 3, 2)
report('1 token × 20 policies, 200 groups on 200 zones each', 1, 20, 200, 200)

function report(title, tokens, policies, groupCount, zoneCount) {
  const runs = Array.from({ length: RUNS }, () => measured(inventory(tokens, policies, groupCount, zoneCount)))
  const sorted = (field) => runs.map((run) => run[field]).toSorted((a, b) => a - b)
  const median = (field) => sorted(field)[RUNS >> 1]?.toFixed(1)
  const least = Math.min(...runs.map(({ whole }) => whole)).toFixed(1)
  console.log(
    `${title}: median ${median('whole')} ms (processor ${median('processor')} ms), least ${least} ms, longest slice ${median('longest')} ms`,
  )
}

function measured(tokens) {
  collectGarbage()
  const slices = domain.tokenReachReader({ accountId: OWN, catalogue })(tokens)
  const used = process.cpuUsage()
  const start = performance.now()
  let [last, longest] = [start, 0]
  for (let step = slices.next(); ; step = slices.next()) {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (step.done) return { whole: now - start, longest, processor: process.cpuUsage(used).user / 1000 }
  }
}

/** Tokens as they come out of JSON: no two share an object. */
function inventory(tokens, policies, groupCount, zoneCount) {
  let seed = 1
  const next = (most) => (seed = (seed * 48271) % 2147483647) % most
  const zones = (count) => Object.fromEntries(Array.from({ length: count }, () => [`${scope}.${id(next(500))}`, '*']))
  // As the app makes them, a policy has one kind of resources, and groups that fit it.
  const policy = () => {
    const isAccount = next(8) === 0
    const fitting = isAccount ? ofAccount : ofZones
    return {
      effect: next(8) ? 'allow' : 'deny',
      permission_groups: Array.from({ length: groupCount }, () => fitting[next(fitting.length)]),
      resources: isAccount || !next(4) ? { [account]: isAccount ? '*' : { [`${scope}.*`]: '*' } } : zones(zoneCount),
    }
  }
  const all = Array.from({ length: tokens }, () => Array.from({ length: policies }, policy))
  return JSON.parse(JSON.stringify(all)).map((list) => ({ policies: list, wire: { policies: list } }))
}

async function bundled(entry) {
  const { output } = await build({
    configFile: false,
    logLevel: 'warn',
    build: { ssr: true, write: false, rolldownOptions: { input: entry } },
    ssr: { noExternal: true },
  })
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`)
}
