'use client'

import { useSyncExternalStore } from 'react'
import { UploadRefused, uploadFile } from './upload-file'

// The uploads of this tab. They belong to the tab and not to a page: going from page to page does not stop them.

export interface Upload {
  received: number
  isWaiting: boolean
  /** The server refused it, in its own words. */
  refusal: string | null
}

const uploads = new Map<string, Upload>()
const controllers = new Map<string, AbortController>()
const listeners = new Set<() => void>()

function set(importId: string, upload: Upload | null) {
  if (upload) uploads.set(importId, upload)
  else uploads.delete(importId)
  window.onbeforeunload = controllers.size > 0 ? event => event.preventDefault() : null
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The upload of an import in this tab, if there is one. */
export const useUpload = (importId: string): Upload | null =>
  useSyncExternalStore(
    subscribe,
    () => uploads.get(importId) ?? null,
    () => null,
  )

/** Sends a file in the background; `onSent` is called when all of it is there. */
export async function startUpload(
  study: string,
  importId: string,
  file: File,
  onSent: () => Promise<unknown>,
): Promise<void> {
  if (controllers.has(importId)) return
  const controller = new AbortController()
  controllers.set(importId, controller)
  set(importId, { received: 0, isWaiting: false, refusal: null })
  try {
    await uploadFile({
      file,
      study,
      importId,
      signal: controller.signal,
      onProgress: (received, isWaiting) => set(importId, { received, isWaiting, refusal: null }),
    })
    await onSent()
    controllers.delete(importId)
    set(importId, null)
  } catch (error) {
    controllers.delete(importId)
    if (controller.signal.aborted) set(importId, null)
    else {
      const refusal = error instanceof UploadRefused || error instanceof Error ? error.message : ''
      set(importId, { received: uploads.get(importId)?.received ?? 0, isWaiting: false, refusal })
    }
  }
}

/** Ends an upload of this tab. */
export function stopUpload(importId: string) {
  controllers.get(importId)?.abort()
}
