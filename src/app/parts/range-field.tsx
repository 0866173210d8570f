import { useEffect, useRef, useState, type Ref } from 'react'
import { afterPress } from './after-press.ts'
import { Button } from '#app/ui/button.tsx'
import { ChipField } from '#app/ui/chip-field.tsx'
import { parseRange, withTyped } from '#domain/condition/ip-ranges.ts'
import { listWords } from '#domain/text/list-words.ts'

type RangeFieldProps = {
  label: string
  hint: string
  ranges: string[]
  onChange: (ranges: string[]) => void
  onBlur: () => void
  /** Warnings about the list; it may still be saved. */
  remarks: string[]
  error?: string | undefined
  /** The text in the input that is not in the list yet; the form holds it, so that saving cannot lose it. */
  text: string
  onText: (text: string) => void
  ref?: Ref<HTMLInputElement>
}

/**
 * A list of CIDR ranges, typed or pasted. What is not a range stays in the input
 * with an error; a range that had to be corrected gets a note.
 */
export function RangeField({
  label,
  hint,
  ranges,
  onChange,
  onBlur,
  remarks,
  error,
  text,
  onText,
  ref,
}: RangeFieldProps) {
  const [problem, setProblem] = useState<string>()
  const [notes, setNotes] = useState<string[]>([])

  const add = (typed: string) => {
    const parts = listWords(typed)
    if (parts.length === 0) return
    const results = parts.map((part) => ({ part, result: parseRange(part) }))
    const good = results.flatMap(({ result }) => (result.ok ? [result] : []))
    const bad = results.flatMap(({ part, result }) => (result.ok ? [] : [{ part, message: result.message }]))
    const repeated = good.map(({ cidr }) => cidr).filter((cidr) => ranges.includes(cidr))
    if (good.length > repeated.length) onChange(withTyped(ranges, parts))
    setNotes([
      ...good.flatMap(({ note }) => (note ? [note] : [])),
      ...repeated.map((cidr) => `${cidr} is in the list already.`),
    ])
    onText(bad.map(({ part }) => part).join(' '))
    setProblem(bad[0] && (bad.length > 1 ? `${bad[0].message} (and ${bad.length - 1} more)` : bad[0].message))
  }

  // With what a press has done that leaves the input.
  const leave = useRef(() => {})
  useEffect(() => {
    leave.current = () => {
      add(text)
      onBlur()
    }
  })

  return (
    <div>
      <ChipField
        ref={ref}
        label={label}
        hint={hint}
        listLabel={label}
        items={ranges.map((range) => ({ value: range, name: range, label: <code>{range}</code> }))}
        onRemove={(removed) => onChange(ranges.filter((range) => range !== removed))}
        placeholder={ranges.length === 0 ? '192.0.2.0/24, 2001:db8::/32' : 'Add addresses or ranges'}
        value={text}
        onChange={(event) => {
          onText(event.target.value)
          setProblem(undefined)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          // Enter adds to the list and does not submit the form.
          event.preventDefault()
          add(text)
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text')
          if (listWords(pasted).length < 2) return
          event.preventDefault()
          add(`${text} ${pasted}`)
        }}
        onBlur={() => afterPress(() => leave.current())}
        error={problem ?? error}
        action={
          <Button aria-label={`Add to ${label}`} onClick={() => add(text)}>
            Add
          </Button>
        }
      />
      <div role="status" className="quiet">
        {[...notes, ...remarks].map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
    </div>
  )
}
