import { useTypedSearch } from '#app/parts/use-typed-search.ts'
import { TextField } from '#app/ui/text-field.tsx'
import { callerOf } from './asked.ts'
import styles from './question.module.css'

type CallerAddressProps = { from: string; onFrom: (from: string | undefined) => void }

/** An IP address that a token must accept, if any is given. */
export function CallerAddress({ from, onFrom }: CallerAddressProps) {
  const { typed, isSecret, type, finish } = useTypedSearch(from, (words) => onFrom(words || undefined))
  // From the first pause on: an address is wrong while it is typed.
  const isWrong = [typed, from].every((text) => text.trim() !== '' && callerOf(text) === null)
  return (
    <div className={styles.caller}>
      <TextField
        label="From IP address"
        placeholder="Any"
        value={typed}
        error={
          isSecret
            ? 'This looks like a token secret. We didn’t save it.'
            : isWrong
              ? 'Enter one IPv4 or IPv6 address.'
              : undefined
        }
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => type(target.value)}
        onBlur={finish}
      />
    </div>
  )
}
