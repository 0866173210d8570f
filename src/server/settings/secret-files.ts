import { ConfigError, type Environment } from './config-error.ts'
import { secretNames } from './names.ts'

/** Reads at most `limit` bytes of a file. Throws what `node:fs` throws. */
export type ReadFile = (path: string, limit: number) => Uint8Array

const LIMIT = 65_536

/** Secrets from files named in the environment (`NAME_FILE`), by name. */
export function readSecretFiles(env: Environment, readFile: ReadFile | undefined): Record<string, string> {
  const secrets: Record<string, string> = {}
  for (const name of secretNames) {
    const path = env[`${name}_FILE`]
    if (!path) continue
    if (env[name]) throw new ConfigError(`${name} and ${name}_FILE are both set. Unset one of them.`)
    if (!readFile) {
      throw new ConfigError(
        `${name}_FILE cannot be used on Workers, which have no files. Unset it and store the secret itself: wrangler secret put ${name}.`,
      )
    }
    secrets[name] = readSecretFile(`${name}_FILE`, () => readFile(path, LIMIT + 1))
  }
  return secrets
}

function readSecretFile(name: string, read: () => Uint8Array): string {
  const refuse = (fault: string): never => {
    throw new ConfigError(`${name} ${fault}. Set it to the path of a file that holds the secret and nothing else.`)
  }
  let bytes: Uint8Array
  try {
    bytes = read()
  } catch (error) {
    return refuse(readFault(error))
  }
  if (bytes.length > LIMIT) return refuse(`names a file of more than ${LIMIT / 1024} kB`)
  const text = decode(bytes)?.replace(/\r?\n$/, '')
  if (text === undefined) return refuse('names a file that is not text')
  return text === '' ? refuse('names an empty file') : text
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

function readFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'names a file that does not exist'
  if (code === 'EACCES' || code === 'EPERM') return 'names a file that this user cannot read'
  if (code === 'EISDIR') return 'names a folder'
  return `names a file that cannot be read (${code})`
}
