import { createContext, use } from 'react'

/** What the pages' titles end with: where they all belong. */
export const TitleEnd = createContext<string[]>([])

/** The page in the browser's tab, history and bookmarks. Text alone: nothing in it may be invisible or secret. */
export function PageTitle({ children }: { children: string }) {
  return <title>{[children, ...use(TitleEnd)].join(' · ')}</title>
}
