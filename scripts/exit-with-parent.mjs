// Preloaded into every process we start: when the parent is gone, however it died, the child ends as well.
// The channel closes with the parent, so nothing has to be polled. Grandchildren inherit the preload, but their
// channel is their parent's business.
if (process.connected && process.env.ASSAY_PARENT === String(process.ppid)) {
  process.once('disconnect', () => {
    // A set-up step has nothing to finish, and the next start must not meet it: it ends at once.
    if (process.env.ASSAY_SETUP_STEP) process.exit(1)
    setTimeout(() => process.exit(1), 10_000).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  process.channel?.unref()
}
