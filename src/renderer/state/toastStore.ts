/** Short notices that float for a while: what was done, with at most one way back. */
import { create } from 'zustand'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly action: { readonly label: string; readonly run: () => void } | null
}

export const useToasts = create<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }))

let last = 0

/** Returns its id. */
export function showToast(text: string, action: Toast['action'] = null): number {
  last += 1
  const toast = { id: last, text, action }
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), toast] }))
  return toast.id
}

/** The way back is closed; what was done is still shown. */
export function withdrawAction(id: number): void {
  useToasts.setState(({ toasts }) => ({
    toasts: toasts.map((toast) => (toast.id === id ? { ...toast, action: null } : toast)),
  }))
}

export function dismissToast(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}
