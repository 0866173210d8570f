import { wordsOf } from './search-words.ts'

/** Splits a list of permissions, as in documentation: "Zone:DNS:Edit, Zone:Zone:Read", "DNS Edit + Zone Read". */
export const partsOf = (text: string): string[] => text.split(/[,;\n]+|\s[+&|]\s/).filter((part) => part.trim() !== '')

/** Whether each part names a permission with its level, "Zone:DNS:Read", or its scope, "Zone.DNS". */
export const areWholeNames = (parts: string[]): boolean =>
  parts.length > 1 &&
  parts.every((part) => wordsOf(part).length > 1 && (LEVEL_END.test(part) || SCOPE_START.test(part)))

const SCOPE_START = /^\W*(?:zone|account|user)\s*[.:>]\s*\p{L}/iu
const LEVEL_END = /[^\p{L}](?:read|write|edit|only|editor|admin|revoke|purge|run|evaluate|send|bind)\W*$/iu
