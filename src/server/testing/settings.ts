import { ConfigError } from '#server/settings/config-error.ts'

/** The first is an output of `openssl rand -base64 32`, the second of `openssl rand -hex 32`. */
export const SECRET = 'u7OdXkqZ1mVhYt3RrP9sLw0aGfJc6NbEiKx2DzQv5yM='
export const OTHER_SECRET = '9b1f04e7c2d85a6630fe97d148bc2a5f7e03c916d4a85b20ef619c3d7708ab42'

/** The message of the `ConfigError`, or "accepted". */
export function refusal(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return 'accepted'
}
