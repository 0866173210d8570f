import * as v from 'valibot'

/**
 * Refuses a value when `find` has a fault to tell: one sentence with the remedy, in which $NAME stands for
 * the setting and $DEFAULT for its default. It never holds the value: that may be a secret in the wrong place.
 */
export const refuse = <T>(find: (value: T) => string | null) =>
  v.rawCheck<T>(({ dataset, addIssue }) => {
    const message = dataset.typed ? find(dataset.value) : null
    if (message) addIssue({ message })
  })

/** A text with one or several entries, separated by commas or lines. */
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

/** Refuses a list for its first faulty entry; in the fault $NAME is that entry. */
export const refuseEntry = (find: (entry: string, before: string[]) => string | null) =>
  refuse<string[]>((entries) => {
    for (const [index, entry] of entries.entries()) {
      const fault = find(entry, entries.slice(0, index))
      if (fault && entries.length > 1) return fault.replaceAll('$NAME', () => `Entry ${index + 1} of $NAME`)
      if (fault) return fault
    }
    return null
  })
