// The other end of `makeMarkedCopy`: gets one judged file, answers with the bytes of its copy, and is ended.
import { type JudgedFile, makeCopy, type ReturnContext } from './make-copy.js'

process.once('message', async (message) => {
  const { judged, context } = message as { judged: JudgedFile; context: ReturnContext }
  process.send?.(await makeCopy(judged, context))
})
