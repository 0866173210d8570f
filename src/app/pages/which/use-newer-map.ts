import { useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { readNewerMap, type NewerMap } from '#app/queries/operation-map.ts'
import { spelledOut } from '#domain/text/hidden.ts'

type Reading =
  | { kind: 'none' }
  | { kind: 'reading'; fileName: string; bytes: number; size: number }
  | { kind: 'read'; newer: NewerMap }
  | { kind: 'problem'; fileName: string; message: string }

/** Reads a file that the user chose, one at a time. Leaving the page stops it. */
export function useNewerMap() {
  const client = useQueryClient()
  const [reading, setReading] = useState<Reading>({ kind: 'none' })
  const running = useRef<AbortController>(null)
  // The worker is outside of React.
  useEffect(() => () => running.current?.abort(), [])

  const take = async (file: File) => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
    const { name, size } = file
    const fileName = spelledOut(name)
    const show = (next: Reading) => {
      if (!signal.aborted) setReading(next)
    }
    show({ kind: 'reading', fileName, bytes: 0, size })
    try {
      const onProgress = (bytes: number) => show({ kind: 'reading', fileName, bytes, size })
      const result = await readNewerMap(client, file, { signal, onProgress })
      show(result.ok ? { kind: 'read', newer: result.newer } : { kind: 'problem', fileName, message: result.message })
    } catch {
      show({ kind: 'problem', fileName, message: 'Couldn’t read it. Try again.' })
    }
  }
  const stop = () => {
    running.current?.abort()
    setReading({ kind: 'none' })
  }
  return { reading, take, stop }
}
