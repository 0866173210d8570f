import type { Token } from '#domain/token/token.ts'

/** The file name of an export: after its only token, or after the day. */
export function exportFileName(tokens: Token[], day: string, extension: string): string {
  const [only] = tokens
  const name = tokens.length === 1 && only ? plain(only.name) || plain(only.id) : ''
  // Some names belong to devices of Windows, whatever the extension.
  const safe = DEVICE.test(name) ? `token-${name}` : name
  return safe ? `${safe}.${extension}` : `cloudflare-tokens-${day}.${extension}`
}

const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** Letters and digits of any language, which every file system accepts. */
const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
