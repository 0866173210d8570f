import type { FieldPath } from 'react-hook-form'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { Token } from '#domain/token/token.ts'
import type { JsonPath } from '#domain/token-json/json-text.ts'
import type { FormValues } from './form-values.ts'

/** What a form's values are judged against. Rules are for what is new or touched: what the API holds may stay. */
export type Judging = { accountId: string; stored: Token | null; catalogue: PermissionGroup[] | undefined }

/** Why the form cannot be sent: the field it belongs to, and its place in the request body for the JSON tab. */
export type FormProblem = { field: FieldPath<FormValues>; path: JsonPath; message: string }
