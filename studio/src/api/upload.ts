import type { TypedDocumentString } from '../gql/graphql'
import { ApiError, dataOf, failed, GRAPHQL_URL } from './client'

/**
 * An operation with a file, as a GraphQL multipart request; its variable for the file is `$file`.
 *
 * `onProgress` hears what share of it was sent, from 0 to 1.
 */
export function sendFile<Result, Variables extends { file: unknown }>(
  document: TypedDocumentString<Result, Variables>,
  variables: Omit<Variables, 'file'>,
  file: File,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<Result> {
  const form = new FormData()
  form.append('operations', JSON.stringify({ query: document.toString(), variables: { ...variables, file: null } }))
  form.append('map', JSON.stringify({ 0: ['variables.file'] }))
  form.append('0', file, file.name)
  return new Promise((resolve, reject) => {
    // `fetch` tells nobody how far it is.
    const request = new XMLHttpRequest()
    request.open('POST', GRAPHQL_URL)
    request.setRequestHeader('Accept', 'application/graphql-response+json, application/json')
    request.setRequestHeader('X-Broadsheet-CSRF', '1')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
    request.onerror = () => reject(new ApiError('The connection broke.', 'UPLOAD_BROKEN'))
    request.onabort = () => reject(new DOMException('The upload was given up.', 'AbortError'))
    request.onload = () => {
      try {
        resolve(dataOf<Result>(parsed(request), request.status))
      } catch (error) {
        reject(error)
      }
    }
    signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

function parsed({ responseText, statusText, status }: XMLHttpRequest) {
  try {
    return JSON.parse(responseText)
  } catch {
    throw failed(status, statusText || undefined)
  }
}
