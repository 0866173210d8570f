/** An address or network as one number with its size in bits; `null` when it is neither. */
function parse(text: string): { value: bigint; size: 32 | 128 } | null {
  // Some parsers read a leading zero as octal; the Go standard library refuses it.
  if (/^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/.test(text)) {
    const parts = text.split('.').map(Number)
    if (parts.some((part) => part > 255)) return null
    return { value: parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n), size: 32 }
  }
  if (!/^[0-9a-f:]+$/i.test(text) || !URL.canParse(`http://[${text}]`)) return null
  // The URL parser accepts every spelling of an IPv6 address and returns the compressed one.
  const [head = '', tail] = new URL(`http://[${text}]`).hostname.slice(1, -1).split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0')
  const words = [...left, ...zeros, ...right]
  return { value: words.reduce((sum, word) => sum * 65_536n + BigInt(`0x${word}`), 0n), size: 128 }
}

/** Whether a text is a CIDR or a bare address, which the API accepts as one. */
export function isCidr(text: unknown): text is string {
  if (typeof text !== 'string') return false
  const [address = '', bits, ...rest] = text.split('/')
  const parsed = parse(address)
  if (!parsed || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= parsed.size)
}

/** Whether an address lies in a CIDR. */
export function isInside(ip: string, cidr: string): boolean {
  const [network = '', bits] = cidr.split('/')
  const [inside, outside] = [parse(ip), parse(network)]
  if (!inside || !outside || inside.size !== outside.size) return false
  const shift = BigInt(outside.size - Number(bits ?? outside.size))
  return inside.value >> shift === outside.value >> shift
}
