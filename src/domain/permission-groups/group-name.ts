/** Words at the end of a name that say what a group allows; what they mean is said in `level.ts`. */
const LEVELS = [
  'Write Run Engine',
  'Metadata Read-Only',
  'Content Read-Only',
  'Read-Only',
  'Read',
  'Write',
  'Edit',
  'Editor',
  'Admin',
  'Revoke',
  'Purge',
  'Run',
  'Evaluate',
  'Send',
  'Bind',
  'Report',
]

const ONE = LEVELS.map((level) => level.replace('Read-Only', String.raw`Read[\s-]?Only`)).join('|')
/** A level stands behind a blank, a colon or the like: "Spread" does not end in one. */
const BEFORE = String.raw`(?:\s*[:–—→>/(]\s*|\s+-\s+|\s+\(?)`
const TRAILING = new RegExp(String.raw`^(.+?)${BEFORE}((?:(?:${ONE})\s*(?:and|&|/|,)\s*)*(?:${ONE}))\)?$`, 'i')
/** "Magic Firewall Packet Captures - Read PCAPs API" has its verb in the middle. */
const MIDDLE = /^(.+?) - (Read|Write|Edit) (?!Only$)(.+)$/

/** A group's name as product and level. A name without a known level has an empty one: "SCIM Provisioning". */
export function parseGroupName(name: string): { product: string; level: string } {
  const middle = MIDDLE.exec(name)
  if (middle?.[1] && middle[2] && middle[3]) return { product: `${middle[1]} - ${middle[3]}`, level: middle[2] }
  const trailing = TRAILING.exec(name.trim())
  if (!trailing?.[1] || !trailing[2]) return { product: name, level: '' }
  return { product: trailing[1], level: asKnown(trailing[2]) }
}

/** As Cloudflare writes most of them. */
function asKnown(written: string): string {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[\s-]+/g, '')
  return LEVELS.find((level) => plain(level) === plain(written)) ?? written
}
