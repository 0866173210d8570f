import { useDeferredValue, useState, type Ref } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { explainFailure } from '#app/parts/explain-failure.ts'
import { FailureDocumentation } from '#app/parts/failure-documentation.tsx'
import { RetryButton } from '#app/parts/retry-button.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChipField } from '#app/ui/chip-field.tsx'
import { Note } from '#app/ui/note.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import type { ChosenFamily } from '#domain/resources/families.ts'
import { listWords } from '#domain/text/list-words.ts'
import { count, plural } from '#domain/text/plural.ts'
import { spelledOut } from '#domain/text/hidden.ts'
import { ChoiceOptions, matching, type Choice } from './choice-options.tsx'
import styles from './token-editor.module.css'

/** Typed and not yet added. It belongs to the form, which does not send while something waits here. */
export type TypedText = {
  field: { value: string; onChange: (text: string) => void; ref: Ref<HTMLInputElement> }
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
  /** A chosen value that the API does not list, in words. */
  labelOf: (value: string) => string
  /** The query of the options; absent where the API has no list of them. */
  list?: {
    isPending: boolean
    isFetching: boolean
    isSuccess: boolean
    error: ApiFailure | null
    refetch: () => unknown
  }
  /** What can be typed: "Domains or zone IDs". */
  entries: string
  /** A typed word as a value, or `null`. */
  resolve: (typed: string) => string | null
  unresolved: (typed: string) => string
}

const NOTHING = { added: 0, missed: [] as string[] }

/**
 * What is chosen, then one field that narrows the list below and also takes names and IDs, one or many. Text that
 * only narrows the list is no entry: the form need not wait for it.
 */
export function ChoiceList(props: ChoiceListProps) {
  const { label, noun, options, chosen, error, typed, list, onChange, resolve } = props
  const [text, setText] = useState(typed.field.value)
  const [report, setReport] = useState(NOTHING)
  const query = useDeferredValue(text)
  const byValue = new Map(options.map((option) => [option.value, option]))
  const isEntry = (words: string) =>
    words.trim() !== '' && (matching(options, words).length === 0 || resolve(words.trim()) !== null)

  const type = (words: string) => {
    setText(words)
    typed.field.onChange(isEntry(words) ? words : '')
    setReport(NOTHING)
  }
  const add = (words: string) => {
    const found = [...new Set(listWords(words))].map((word) => ({ word, value: resolve(word) }))
    const values = found.flatMap(({ value }) => (value ? [value] : []))
    const missed = found.filter(({ value }) => value === null).map(({ word }) => word)
    if (values.length > 0) onChange([...new Set([...chosen, ...values])])
    type(missed.join(' '))
    setReport({ added: values.length, missed })
  }
  const enter = () => {
    const found = matching(options, text)
    const [only] = found
    if (text.trim() === '') return
    if (isEntry(text)) add(text)
    else if (only && found.length === 1) {
      onChange([...new Set([...chosen, only.value])])
      type('')
    }
  }
  const choose = (values: string[]) => {
    onChange(values)
    // What was typed in full is added now.
    if (values.includes(resolve(text.trim()) ?? '')) type('')
  }
  const [firstMissed] = report.missed
  const problem = firstMissed === undefined ? (typed.error ?? error) : props.unresolved(spelledOut(firstMissed))

  return (
    <fieldset className={`stack ${styles.choices}`}>
      <legend className="visually-hidden">
        {label} {chosen.length} selected
      </legend>
      {list?.error && (
        <Note
          tone="caution"
          title={`Couldn’t load ${plural(noun)}`}
          action={<RetryButton failure={list.error} busy={list.isFetching} onClick={() => void list.refetch()} />}
        >
          <p>{explainFailure(list.error).title}. You can still enter IDs.</p>
          <FailureDocumentation failure={list.error} />
        </Note>
      )}
      <ChipField
        label={`Add ${plural(noun)}`}
        hideLabel
        listLabel={`Selected ${plural(noun)}`}
        items={chosen.map((value) => {
          const known = byValue.get(value)?.label
          const name = known ?? props.labelOf(value)
          const isUnknown = !known && list?.isSuccess === true
          return {
            value,
            name,
            title: value,
            label: isUnknown ? (
              <>
                {name} <span className="quiet">unknown {noun}</span>
              </>
            ) : (
              name
            ),
            tone: isUnknown ? ('caution' as const) : undefined,
          }
        })}
        onRemove={(removed) => onChange(chosen.filter((value) => value !== removed))}
        ref={typed.field.ref}
        value={text}
        placeholder={
          options.length > 0
            ? `Search ${count(options.length, noun)}, or paste a list`
            : `Add ${plural(noun)}, one or a list`
        }
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            enter()
          } else if (event.key === 'Escape' && text) {
            event.stopPropagation()
            type('')
          } else if (event.key === 'Backspace' && text === '' && chosen.length > 0) onChange(chosen.slice(0, -1))
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text')
          if (!/[\s,;]/.test(pasted.trim())) return
          // A text input would run the lines of a list together.
          event.preventDefault()
          add(`${text} ${pasted}`)
        }}
        error={problem}
        {...((options.length === 0 || isEntry(text)) && {
          action: (
            <Button aria-label={`Add ${plural(noun)}`} onClick={() => add(text)}>
              Add
            </Button>
          ),
        })}
      />
      <p className="quiet">
        {options.length === 0 && list?.isSuccess && `Token Desk sees no ${plural(noun)} in this account. `}
        {options.length > 0 ? `${chosen.length} of ${count(options.length, noun)}` : `${chosen.length} selected`}.{' '}
        {props.entries}, separated by commas, spaces or lines.
      </p>
      <p role="status" className="quiet">
        {report.added + report.missed.length > 1 &&
          `Added ${report.added}.${report.missed.length > 0 ? ` Not found: ${report.missed.map(spelledOut).join(', ')}` : ''}`}
      </p>
      {list?.isPending && <Skeleton lines={6} />}
      {options.length > 0 && (
        <ChoiceOptions label={label} noun={noun} options={options} query={query} chosen={chosen} onChange={choose} />
      )}
    </fieldset>
  )
}
