/** Trailing words that say what a group allows. "Auto Rag Write Run Engine" ends in four of them. */
const LEVELS = [
  'Write Run Engine',
  'Read',
  'Write',
  'Edit',
  'Admin',
  'Revoke',
  'Purge',
  'Run',
  'Send',
  'Bind',
  'Report',
]

const TRAILING = new RegExp(`^(.+?)[\\s:-]+(${LEVELS.join('|')})$`, 'i')
/** "Magic Firewall Packet Captures - Read PCAPs API" has its verb in the middle. */
const MIDDLE = /^(.+?) - (Read|Write) (.+)$/

/**
 * A group's name as product and level. A name without a level ("SCIM Provisioning")
 * allows all there is: its level is empty.
 */
export function parseGroupName(name: string): { product: string; level: string } {
  const middle = MIDDLE.exec(name)
  if (middle?.[1] && middle[2] && middle[3]) return { product: `${middle[1]} - ${middle[3]}`, level: middle[2] }
  const trailing = TRAILING.exec(name)
  if (!trailing?.[1] || !trailing[2]) return { product: name, level: '' }
  const written = trailing[2].toLowerCase()
  return { product: trailing[1], level: LEVELS.find((level) => level.toLowerCase() === written) ?? trailing[2] }
}
