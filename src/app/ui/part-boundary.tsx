import { Component, type ReactNode } from 'react'
import { PartNotLoaded } from './part-not-loaded.tsx'

/** Thrown by a lazy component whose code could not be loaded. */
export class LoadError extends Error {}

type PartBoundaryProps = {
  load: () => Promise<unknown>
  /** The part failed to render because its code is missing. */
  onMissing: () => void
  /** Closes a part that opens above the page. */
  onClose: (() => void) | undefined
  render: () => ReactNode
}

/** Keeps the page where the code of a part cannot be loaded. Errors of rendering are left to the page's boundary. */
export class PartBoundary extends Component<PartBoundaryProps, { error: unknown }> {
  override state = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidCatch(error: unknown) {
    if (error instanceof LoadError) this.props.onMissing()
  }

  override render() {
    const { load, onClose, render } = this.props
    const error: unknown = this.state.error
    if (error === undefined) return render()
    if (!(error instanceof LoadError)) throw error
    return <PartNotLoaded load={load} onLoaded={() => this.setState({ error: undefined })} onClose={onClose} />
  }
}
