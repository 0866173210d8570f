import { paths } from './paths.ts'

/** Where a page leads by itself when the session has ended. */
export const isToSignIn = ({ pathname, search }: { pathname: string; search: object }): boolean =>
  pathname === paths.signIn() && 'next' in search
