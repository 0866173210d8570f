import ipaddr from 'ipaddr.js'

/** A full dotted quad or IPv6; `null` for any other text. The library also accepts 10.1, 0x0a000001 and zones (%eth0). */
export function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text)
  // It reads `::192.0.2.1` as mapped, but not with the zero written out (RFC 4291 §2.5.5.1: IPv4-compatible).
  const spelled = text.replace(/^::(?=[^:]+\.)/, '0::')
  return text.includes('%') || !ipaddr.IPv6.isValid(spelled) ? null : ipaddr.IPv6.parse(spelled)
}
