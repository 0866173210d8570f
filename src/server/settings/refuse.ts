import * as v from 'valibot'

/**
 * Rejects a value when `find` returns a fault: one sentence with the remedy, where $NAME stands for the setting and
 * $DEFAULT for its default. It must not contain the value, which may be a misplaced secret.
 */
export const refuse = <T>(find: (value: T) => string | null) =>
  v.rawCheck<T>(({ dataset, addIssue }) => {
    const message = dataset.typed ? find(dataset.value) : null
    if (message) addIssue({ message })
  })

/** A text with one or more entries, separated by commas or lines. */
export const list = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .split(/[,\r\n]/)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  ),
  refuse((entries) => (entries.length === 0 ? '$NAME holds no entry. Fill it in, or unset it.' : null)),
)

/** Rejects a list for its first faulty entry; $NAME is that entry. */
export const refuseEntry = (find: (entry: string, before: string[]) => string | null) =>
  refuse<string[]>((entries) => {
    for (const [index, entry] of entries.entries()) {
      const fault = find(entry, entries.slice(0, index))
      if (fault && entries.length > 1) return fault.replaceAll('$NAME', () => `Entry ${index + 1} of $NAME`)
      if (fault) return fault
    }
    return null
  })
