import { parseKey } from '../../model/key.ts'
import type { Store } from '../../model/store.ts'
import type { HttpAnswer } from '../http-answer.ts'
import { asS3Error, S3Error } from './s3-error.ts'
import { parseXml, unescapeXml } from './xml.ts'
import { xmlAnswer } from './xml-answer.ts'

const maxKeys = 1000

/** DeleteObjects: each key's fate is told apart. */
export async function deleteObjects(body: Buffer, store: Store): Promise<HttpAnswer> {
  const { keys, quiet } = readRequest(body)
  const deleted: { Key: string }[] = []
  const errors: { Key: string; Code: string; Message: string }[] = []
  for (const text of keys) {
    try {
      const key = parseKey(text)
      if (key === null) throw new S3Error('InvalidArgument', 'This is no key.')
      await store.delete([key])
      deleted.push({ Key: text })
    } catch (error) {
      const { code, message } = asS3Error(error)
      errors.push({ Key: text, Code: code, Message: message })
    }
  }
  return xmlAnswer({ DeleteResult: { ...(quiet ? {} : { Deleted: deleted }), Error: errors } })
}

interface DeleteDocument {
  readonly Delete?: { readonly Quiet?: string; readonly Object?: readonly { readonly Key?: unknown; readonly VersionId?: unknown }[] }
}

function readRequest(body: Buffer): { keys: string[]; quiet: boolean } {
  const { Delete } = parseXml(body.toString('utf8'), ['Object']) as DeleteDocument
  const objects = Delete?.Object ?? []
  if (objects.length === 0 || objects.length > maxKeys || objects.some(({ Key }) => typeof Key !== 'string')) {
    throw new S3Error('MalformedXML', `The list must name from 1 to ${maxKeys} keys.`)
  }
  if (objects.some(({ VersionId }) => VersionId !== undefined)) throw new S3Error('NotImplemented', 'Versions are not supported.')
  return { keys: objects.map(({ Key }) => unescapeXml(String(Key))), quiet: Delete?.Quiet?.trim() === 'true' }
}
