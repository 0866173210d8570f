/** What a level allows. `unknown` counts neither as reading nor as changing. */
export type LevelKind = 'read' | 'run' | 'revoke' | 'change' | 'unknown'

/** Words at the end of a name that say what a group allows: the one place that defines what a level means. */
const LEVELS: [level: string, kind: LevelKind][] = [
  ['Write Run Engine', 'change'],
  ['Metadata Read-Only', 'read'],
  ['Content Read-Only', 'read'],
  ['Read-Only', 'read'],
  ['Read', 'read'],
  ['Write', 'change'],
  ['Edit', 'change'],
  ['Editor', 'change'],
  ['Admin', 'change'],
  ['Revoke', 'revoke'],
  ['Purge', 'revoke'],
  ['Run', 'run'],
  ['Evaluate', 'run'],
  ['Send', 'run'],
  ['Bind', 'run'],
  ['Report', 'read'],
]

const ONE = LEVELS.map(([level]) => level.replace('Read-Only', String.raw`Read[\s-]?Only`)).join('|')
/** A level follows a blank, a colon or the like: "Spread" does not end in one. */
const BEFORE = String.raw`(?:\s*[:–—→>/(]\s*|\s+-\s+|\s+\(?)`
const TRAILING = new RegExp(String.raw`^(.+?)${BEFORE}((?:(?:${ONE})\s*(?:and|&|/|,)\s*)*(?:${ONE}))\)?$`, 'i')
/** "Magic Firewall Packet Captures - Read PCAPs API" has its level in the middle. */
const MIDDLE = /^(.+?) - (Read|Write|Edit) (?!Only$)(.+)$/

/** Splits a group's name into product and level. Without a known level, the level is empty: "SCIM Provisioning". */
export function parseGroupName(name: string): { product: string; level: string } {
  const middle = MIDDLE.exec(name)
  if (middle?.[1] && middle[2] && middle[3]) return { product: `${middle[1]} - ${middle[3]}`, level: middle[2] }
  const trailing = TRAILING.exec(name.trim())
  if (!trailing?.[1] || !trailing[2]) return { product: name, level: '' }
  return { product: trailing[1], level: asKnown(trailing[2]) }
}

/** In the spelling of most names. */
const asKnown = (written: string): string => KNOWN.get(plain(written))?.[0] ?? written

const plain = (text: string) => text.toLowerCase().replaceAll(/[\s-]+/g, '')
const KNOWN = new Map(LEVELS.map((known) => [plain(known[0]), known]))

/** Of a level that names several, the widest: "Read and Write" changes. */
export function levelKind(level: string): LevelKind {
  const kinds = new Set(level.split(/and|[&/,]/i).map((one) => KNOWN.get(plain(one))?.[1]))
  return BREADTH.findLast((kind) => kinds.has(kind)) ?? 'unknown'
}

/** From narrowest to widest. */
const BREADTH: LevelKind[] = ['read', 'run', 'revoke', 'change']
