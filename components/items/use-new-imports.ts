'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '@/components/trpc/context'
import { startUpload } from './store'

/** Begins the imports of chosen files: the uploads go on in the background. Resolves with the ids. */
export function useNewImports(study: string) {
  const { imports } = useTRPC().items
  const queryClient = useQueryClient()
  const create = useMutation(imports.create.mutationOptions())
  const finish = useMutation(imports.finishUpload.mutationOptions())

  const send = (importId: string, file: File) =>
    startUpload(study, importId, file, async () => {
      await finish.mutateAsync({ study, importId })
      await queryClient.invalidateQueries({ queryKey: imports.pathKey() })
    })

  async function begin(files: File[]): Promise<string[]> {
    const ids: string[] = []
    for (const file of files) {
      const { importId } = await create.mutateAsync({ study, fileName: file.name, byteSize: file.size })
      ids.push(importId)
      void send(importId, file)
    }
    await queryClient.invalidateQueries({ queryKey: imports.pathKey() })
    return ids
  }

  return { begin, resume: send, isPending: create.isPending }
}
