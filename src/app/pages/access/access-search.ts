import * as v from 'valibot'
import { optionalText } from '#app/parts/optional-text.ts'

/** `at` is `written` for what tokens could do whatever their status, time and address; else what they can do now. */
export const accessSearch = v.object({ at: optionalText })
