import { fold } from './fold.ts'

/** A name to sort by: regardless of case and accents, and with "2" before "10". */
export const sortName = (name: string): string => fold(name).replaceAll(/\d+/g, (digits) => digits.padStart(12, '0'))
