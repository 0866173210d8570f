import type { Token } from '#domain/token/token.ts'

/** Something to do with one token in a dialog: a change that needs confirmation, or an export. */
export type TokenAction = { kind: 'roll' | 'disable' | 'enable' | 'delete' | 'export'; token: Token }
