import * as v from 'valibot'
import { optionalText } from '#app/parts/optional-text.ts'

/** Both filters of the API's catalogue. */
export const permissionsSearch = v.object({ name: optionalText, scope: optionalText })
