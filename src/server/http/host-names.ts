const LOOPBACK_NAMES = new Set(['localhost', '::1', '[::1]'])

/** Whether only this machine can reach a host. IPv6 may have brackets. */
export function isLoopback(host: string): boolean {
  return LOOPBACK_NAMES.has(host) || /^127(\.\d{1,3}){3}$/.test(host)
}

/** A host as written in a URL: IPv6 in brackets. */
export const bracketed = (host: string) => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host)
