import type { Token } from '#domain/token/token.ts'

/** What a dialog does with one token: an export, or a change that needs confirmation. */
export type TokenAction = { kind: 'export' | 'roll' | 'disable' | 'enable' | 'delete'; token: Token }
