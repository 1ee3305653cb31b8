// Turns a producer of bytes into a download.

/**
 * What `produce` writes, read as fast as it is taken. A failure on the way breaks the stream off, so that no half file
 * looks whole; `onFailure` is told.
 */
export function byteStream(
  produce: (write: (bytes: Uint8Array) => Promise<void>) => Promise<void>,
  onFailure: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const all = async () => {
    await produce(async bytes => writer.write(bytes))
    await writer.close()
  }
  all().catch(async (error: unknown) => {
    onFailure(error)
    await writer.abort(error).catch(() => undefined)
  })
  return readable
}
