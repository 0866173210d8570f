import { useId, useState, type Ref } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { explainFailure } from '#app/parts/explain-failure.ts'
import { FailureDocumentation } from '#app/parts/failure-documentation.tsx'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { FieldError } from '#app/ui/field-error.tsx'
import { Note } from '#app/ui/note.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { ChosenFamily } from '#domain/resources/families.ts'
import { count, plural } from '#domain/text/plural.ts'
import styles from './token-editor.module.css'

type Choice = { value: string; label: string; note?: string }

/** Typed and not yet added. It belongs to the form, which does not send while something waits here. */
export type TypedText = {
  field: { value: string; onChange: (text: string) => void; onBlur: () => void; ref: Ref<HTMLInputElement> }
  error: string | undefined
}

/** Props of every picker of resources. */
export type PickerProps = {
  family: ChosenFamily
  /** Ids as a policy has them. */
  chosen: string[]
  error: string | undefined
  typed: TypedText
  onChange: (ids: string[]) => void
}

type ChoiceListProps = Omit<PickerProps, 'family'> & {
  label: string
  noun: string
  /** What the API lists. */
  options: Choice[]
  /** Chosen, but not among the options: kept and shown. */
  extra: Choice[]
  /** The query of the options; absent where the API has no list of them. */
  list?: { isPending: boolean; isFetching: boolean; error: ApiFailure | null; refetch: () => unknown }
  inputLabel: string
  inputHint: string
  /** A typed word as a value, or `null`. */
  resolve: (typed: string) => string | null
  unresolved: (typed: string) => string
}

/** From here on a list wants a search. */
const SEARCH_FROM = 8

/** Choose from what the API lists, or type what it cannot list. */
export function ChoiceList(props: ChoiceListProps) {
  const { label, noun, options, extra, chosen, error, typed, list, onChange } = props
  const [search, setSearch] = useState('')
  // First as the form was opened: rows that moved under the pointer at each tick would be worse.
  const [atFirst] = useState(() => new Set(chosen))
  const [report, setReport] = useState<{ added: string[]; missed: string[] }>({ added: [], missed: [] })
  const id = useId()
  const isChosen = new Set(chosen)
  const ordered = options.toSorted((a, b) => Number(atFirst.has(b.value)) - Number(atFirst.has(a.value)))
  const shown = [...extra, ...ordered].filter((choice) => choice.label.toLowerCase().includes(search.toLowerCase()))

  const add = (text: string) => {
    const words = [...new Set(text.split(/[\s,;]+/).filter(Boolean))]
    const found = words.map((word) => ({ word, value: props.resolve(word) }))
    const values = found.flatMap(({ value }) => (value ? [value] : []))
    const missed = found.filter(({ value }) => value === null).map(({ word }) => word)
    if (values.length > 0) onChange([...new Set([...chosen, ...values])])
    typed.field.onChange(missed.join(' '))
    setReport({ added: found.filter(({ value }) => value).map(({ word }) => word), missed })
  }
  const [firstMissed] = report.missed
  const problem = firstMissed === undefined ? typed.error : props.unresolved(firstMissed)

  return (
    <fieldset className={`stack ${styles.choices}`} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>
        {label} <span className="quiet">{chosen.length} chosen</span>
      </legend>
      <FieldError id={`${id}-error`}>{error}</FieldError>
      {list?.isPending && <Skeleton lines={3} />}
      {list?.error && (
        <Note
          tone="caution"
          title={`The ${plural(noun)} could not be listed`}
          action={
            <Button size="small" busy={list.isFetching} onClick={() => void list.refetch()}>
              Try again
            </Button>
          }
        >
          <p>{explainFailure(list.error).title}. They can still be typed below.</p>
          <FailureDocumentation failure={list.error} />
        </Note>
      )}
      {options.length >= SEARCH_FROM && (
        <SearchField
          label={`Search ${label}`}
          placeholder={`Search ${count(options.length, noun)}`}
          value={search}
          onChange={setSearch}
        />
      )}
      {shown.length > 0 && (
        <ul className={styles.choiceList}>
          {shown.map((choice) => (
            <li key={choice.value}>
              <Checkbox
                label={choice.label}
                {...(choice.note && { hint: choice.note })}
                checked={isChosen.has(choice.value)}
                onChange={(event) =>
                  onChange(
                    event.target.checked ? [...chosen, choice.value] : chosen.filter((value) => value !== choice.value),
                  )
                }
              />
            </li>
          ))}
        </ul>
      )}
      {shown.length === 0 && search && (
        <p className="quiet">
          No {noun} matches “{search}”.
        </p>
      )}
      <TextField
        label={props.inputLabel}
        hint={props.inputHint}
        ref={typed.field.ref}
        value={typed.field.value}
        autoComplete="off"
        spellCheck={false}
        onBlur={typed.field.onBlur}
        onChange={(event) => {
          typed.field.onChange(event.target.value)
          setReport({ added: [], missed: [] })
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          add(typed.field.value)
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text')
          if (!/[\s,;]/.test(pasted.trim())) return
          // A text input would run the lines of a list together.
          event.preventDefault()
          add(`${typed.field.value} ${pasted}`)
        }}
        error={problem}
        action={<Button onClick={() => add(typed.field.value)}>Add</Button>}
      />
      <p role="status" className="quiet">
        {report.added.length + report.missed.length > 1 && (
          <>
            {report.added.length} matched, {report.missed.length} not
            {report.missed.length > 0 && `: ${report.missed.join(', ')}`}.
          </>
        )}
      </p>
    </fieldset>
  )
}
