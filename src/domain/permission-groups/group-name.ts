/** Trailing words that say what a group allows, most frequent first. "Report" in "Zero Trust Report" is the product. */
const LEVELS = ['Read', 'Write', 'Edit', 'Admin', 'Revoke', 'Purge', 'Run', 'Send', 'Bind']

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
  const level = trailing[2].charAt(0).toUpperCase() + trailing[2].slice(1).toLowerCase()
  return { product: trailing[1], level }
}
