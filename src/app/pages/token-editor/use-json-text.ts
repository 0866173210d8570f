import { useEffect, useRef, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { FIRST_CHOICE } from '#app/parts/imported-choice.tsx'
import { redactSecrets, redactTyped } from '#domain/secret/redact.ts'
import { readTokenBody } from '#domain/token-json/read-token-body.ts'
import { isObject } from '#domain/text/is-object.ts'
import { readJsonText, tooLarge } from '#domain/token-json/json-text.ts'
import { lookInside, type TakenOut } from '#domain/token-json/take-out-token.ts'
import { convertTaken } from './convert-taken.ts'
import { blankValues, bodyValues, draftFrom, editValues, requestBody, type FormValues } from './form-values.ts'
import { useStoredToken } from './stored-token.ts'
import { useFormValues } from './use-form-values.ts'

/** Longer texts are read when typing pauses: that takes longer than a key may. */
const LONG_TEXT = 100_000
/** Larger texts are not read, which would take seconds. The largest token seen has 1.8 MB with indentation. */
const LARGEST_MB = 2
const PAUSE_MS = 400

/** A paste that was converted to `text`: where it came from, and as it was. */
export type Converted = { from: TakenOut['from']; source: string; text: string; notes: string[] }

/** The JSON tab's text and the form behind it: each follows the other, the text as it was typed. */
export function useJsonText(now: number) {
  const accountId = useAccountId()
  const stored = useStoredToken()
  const { setValue, clearErrors } = useFormContext<FormValues>()
  const values = useFormValues()
  const [hadSecret, setHadSecret] = useState(false)
  const [converted, setConverted] = useState<Converted | null>(null)
  /** Of the paste that `change` is about to report. */
  const pastedSecret = useRef(false)
  const [isReading, setIsReading] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const bodyOf = (of: FormValues) => requestBody(draftFrom(of, accountId, now), stored)
  const textOf = (of: FormValues) => JSON.stringify(bodyOf(of), null, 2)
  const isOwnText = values.json !== null && (values.json.body === null || values.json.body === textOf(values))
  const text = isOwnText && values.json ? values.json.text : textOf(values)

  /** What a text is that is no body; an update of a stored token may well be sent with its id. */
  const look = (of: string) => lookInside(of, Object.keys(bodyOf(values)))

  useEffect(() => () => clearTimeout(timer.current), [])

  const follow = (typed: string) => {
    const { text: clean, removed } = redactTyped(typed)
    setHadSecret(removed > 0 || pastedSecret.current)
    pastedSecret.current = false
    setIsReading(false)
    const read = readTokenBody(clean, stored?.wire)
    if (!read.ok || look(clean)) {
      setValue('json', { text: clean, body: null }, { shouldDirty: true })
      return
    }
    // What the text leaves out is as it is stored, or as in a blank form; nothing of an earlier text stays.
    const next = bodyValues(read.body, accountId, stored ? editValues(stored, accountId) : blankValues())
    // A create sends no status, so none is carried along.
    if (!stored) next.carried.status = 'active'
    const json = { text: clean, body: textOf(next) }
    for (const [key, value] of Object.entries({ ...next, json })) {
      // Each key has the value of its own type.
      setValue(key as keyof FormValues, value as never, { shouldDirty: true })
    }
    // They were about other values; the tab shows the problems of these.
    clearErrors()
  }

  const change = (typed: string) => {
    clearTimeout(timer.current)
    if (typed.length <= LONG_TEXT) {
      follow(typed)
      return
    }
    if (tooLarge(typed, LARGEST_MB)) {
      setIsReading(false)
      setHadSecret(false)
      setValue('json', { text: typed, body: null }, { shouldDirty: true })
      return
    }
    // Until it is read the form cannot be sent, so an older text never goes out for it.
    setIsReading(true)
    setValue('json', { text: typed, body: null }, { shouldDirty: true })
    timer.current = setTimeout(() => follow(typed), PAUSE_MS)
  }

  /** A whole token takes the place of the text; one that is no request body is converted to it. */
  const paste = (pasted: string): { text: string; replacesAll: boolean } => {
    if (tooLarge(pasted, LARGEST_MB)) return { text: pasted, replacesAll: false }
    const { text: clean, removed } = redactSecrets(pasted)
    pastedSecret.current = removed > 0
    const taken = look(clean)
    if (!taken || 'problem' in taken) return { text: clean, replacesAll: isWholeBody(clean) }
    if (!Array.isArray(taken.body['policies'])) return { text: clean, replacesAll: false }
    if (taken.tokens.length > 1) return { text: clean, replacesAll: true }
    const { text: next, dropped } = convertTaken(taken, FIRST_CHOICE, { accountId, isNew: !stored, now })
    const from = taken.tokens[0]?.accountId ?? null
    const moved = from !== null && from !== accountId ? ['Its resources are changed to this account.'] : []
    setConverted({ from: taken.from, source: clean, text: next, notes: [...taken.notes, ...dropped, ...moved] })
    return { text: next, replacesAll: true }
  }

  return {
    text,
    values,
    isOwnText,
    hadSecret,
    isReading,
    /** What is not even read. */
    large: values.json?.body === null ? tooLarge(text, LARGEST_MB) : null,
    /** Until the text is changed again. */
    converted: converted?.text === text ? converted : null,
    look,
    change,
    paste,
  }
}

function isWholeBody(text: string): boolean {
  const read = readJsonText(text)
  return read.ok && isObject(read.value) && 'policies' in read.value
}
