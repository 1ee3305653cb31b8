/** A passing message. Loaded when the first one is shown: the page appears without any. */
export async function notify(kind: 'success' | 'error', text: string) {
  const { toast } = await import('sonner')
  toast[kind](text)
}
