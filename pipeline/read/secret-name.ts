const names = /^(?:credentials?|secrets?|passwords?|service-?account|id_(?:rsa|dsa|ecdsa|ed25519)|htpasswd|kubeconfig)(?:\.\w+)?$/i
const extensions = /\.(?:pem|key|p12|pfx|jks|keystore|kdbx|ppk|gpg|ovpn|env)$/i

/** Whether a file's name says that it holds credentials: such a file is never published, whatever links to it. */
export function isSecretName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return names.test(name) || extensions.test(name)
}
