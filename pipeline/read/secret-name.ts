const keyFiles = /\.(?:pem|key|p12|pfx|jks|keystore|kdbx|ppk|gpg|ovpn|env)$/i

/** What lists of keys are saved as; a picture or a report may well be about secrets. */
const lists = /^[^.]*$|\.(?:csv|json|ya?ml|toml|ini|cfg|conf|properties|txt|xml|xlsx?|ods|sql)$/i

const word =
  /(?:^|[^\p{L}])(?:credentials?|secrets?|passwords?|passwd|tokens?|(?:access|root|private|api)[-_]?keys?|service[-_]?accounts?|id_(?:rsa|dsa|ecdsa|ed25519)|htpasswd|kube[-_]?config)(?:[^\p{L}]|$)/iu

/** Whether a file's name says that it holds credentials: such a file is never published, whatever links to it. */
export function isSecretName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return keyFiles.test(name) || (lists.test(name) && word.test(name))
}
