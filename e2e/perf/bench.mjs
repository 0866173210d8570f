/* All benchmarks in turn, as tables, or with `--json` as one document. `--only load,proxy` runs only those; `--runs
   9` sets the visits per page. */
import { measureGrowth } from './growth.mjs'
import { measureInventory } from './inventory.mjs'
import { measureInteractions } from './interactions.mjs'
import { loadTable, measureLoads } from './load.mjs'
import { measureMatrix } from './matrix.mjs'
import { measurePaste } from './paste.mjs'
import { measureProxy, proxyTable } from './proxy.mjs'
import { option } from './serve-app.mjs'

const same = (rows) => rows
const BENCHES = {
  load: { title: 'Pages', measure: () => measureLoads(Number(option('runs', '5'))), toTable: loadTable },
  interactions: { title: 'Interactions, processor four times slower', measure: measureInteractions, toTable: same },
  inventory: { title: 'The whole inventory, API of 300 ms', measure: measureInventory, toTable: same },
  matrix: { title: 'Scrolling the matrix of 5,000 tokens', measure: measureMatrix, toTable: same },
  paste: { title: 'A pasted log of 1,000 lines', measure: measurePaste, toTable: same },
  growth: { title: 'Growth, processor four times slower', measure: measureGrowth, toTable: same },
  proxy: { title: 'The proxy', measure: measureProxy, toTable: proxyTable },
}

const names = option('only', Object.keys(BENCHES).join(',')).split(',')
const results = {}
for (const name of names) {
  const bench = BENCHES[name]
  if (!bench) throw new Error(`There is no bench "${name}"; there are ${Object.keys(BENCHES).join(', ')}.`)
  results[name] = await bench.measure()
  if (process.argv.includes('--json')) continue
  console.log(`\n${bench.title}`)
  console.table(bench.toTable(results[name]))
}
if (process.argv.includes('--json')) console.log(JSON.stringify(results, null, 2))
