import { useEffect, useRef, useState } from 'react'
import { useFormContext } from 'react-hook-form'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { redactSecrets } from '#domain/secret/redact.ts'
import { readTokenBody } from '#domain/token-json/read-token-body.ts'
import { lookInside } from '#domain/token-json/take-out-token.ts'
import { blankValues, bodyValues, draftFrom, editValues, requestBody, type FormValues } from './form-values.ts'
import { useStoredToken } from './stored-token.ts'
import { useFormValues } from './use-form-values.ts'

/** Longer texts are read when typing pauses: that takes longer than a key may. */
const LONG_TEXT = 100_000
const PAUSE_MS = 400

/** The JSON tab's text and the form behind it: each follows the other, the text as it was typed. */
export function useJsonText(now: number) {
  const accountId = useAccountId()
  const stored = useStoredToken()
  const { setValue, clearErrors } = useFormContext<FormValues>()
  const values = useFormValues()
  const [hadSecret, setHadSecret] = useState(false)
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
    const { text: clean, removed } = redactSecrets(typed)
    setHadSecret(removed > 0)
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
    // Until it is read the form cannot be sent, so an older text never goes out for it.
    setIsReading(true)
    setValue('json', { text: typed, body: null }, { shouldDirty: true })
    timer.current = setTimeout(() => follow(typed), PAUSE_MS)
  }

  return { text, values, isOwnText, hadSecret, isReading, look, change }
}
