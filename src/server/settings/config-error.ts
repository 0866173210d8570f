/** A start-up error: one line with the setting, the fault and the remedy. It never contains a secret. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

export type Environment = Record<string, string | undefined>
