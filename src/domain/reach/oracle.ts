import type { WirePolicy } from '#domain/policy/wire.ts'
import { FOREIGN, OWN } from './testing.ts'

/** Every single thing of the two accounts by hand; the later ones stand for all that may be added. */
const THINGS = [OWN, FOREIGN].flatMap((account) => [
  `${account} account`,
  ...['1', '2', 'later'].map((id) => `${account} zone ${id}`),
  ...['logs', 'later'].map((id) => `${account} bucket ${id}`),
  ...['7', '8', 'later'].map((id) => `${account} worker ${id}`),
  ...['9', 'later'].map((id) => `${account} app ${id}`),
])
const ODD = 'odd key'

/** What a key names, without any code of the app. Flat zones belong to the own account. */
export function thingsNamed(key: string, value: unknown): string[] {
  const [, account] = /^com\.cloudflare\.api\.account\.([ab]{32})$/.exec(key) ?? []
  if (account && value === '*') return [`${account} account`]
  if (account) return Object.keys(value as object).flatMap((inner) => thingsOf(account, inner))
  const [, holder] = /bucket\.([ab]{32})_/.exec(key) ?? []
  return key.includes('example') ? [ODD] : thingsOf(holder ?? OWN, key)
}

export function thingsOf(account: string, key: string): string[] {
  const kind = ['zone', 'bucket', 'worker'].find((one) => key.includes(one)) ?? 'app'
  if (key.endsWith('.*')) return THINGS.filter((thing) => thing.startsWith(`${account} ${kind}`))
  return [`${account} ${kind} ${kind === 'bucket' ? 'logs' : key.at(-1)}`]
}

const KIND: Record<string, string> = {
  'DNS Read': 'zone',
  'DNS Write': 'zone',
  'Cache Purge': 'zone',
  'Odd Thing': 'zone',
  'Workers Scripts Write': 'account',
  'Bucket Item Read': 'bucket',
  'Individual Workers Editor': 'worker',
  'Flagship Write': 'app',
}

/** The oracle: every group on every thing, one at a time, by effect. */
export function cellsSaid(policies: WirePolicy[], wanted: string): Set<string> {
  const cells = new Set<string>()
  for (const { permission_groups, resources } of policies.filter(({ effect }) => effect === wanted))
    for (const { name } of permission_groups)
      for (const [key, value] of Object.entries(resources))
        for (const thing of thingsNamed(key, value)) cells.add(`${name}: ${thing}`)
  return cells
}

const fits = (cell: string) => {
  const [name = '', thing = ''] = cell.split(': ')
  return thing === ODD || thing.split(' ')[1] === KIND[name]
}
/** Groups for something in an account, on the bare account. */
const isOpen = (cell: string) => cell.endsWith(' account') && !fits(cell)

export function oracle(policies: WirePolicy[]) {
  const denied = cellsSaid(policies, 'deny')
  const allowed = [...cellsSaid(policies, 'allow')].filter((cell) => !denied.has(cell))
  const others = [...cellsSaid(policies, 'audit')].filter((cell) => !denied.has(cell))
  const reached = new Set(allowed.filter(fits))
  const unsure = [...allowed.filter(isOpen), ...others.filter((cell) => fits(cell) || isOpen(cell))]
  return { reached, unsure: new Set(unsure.filter((cell) => !reached.has(cell))) }
}
