declare module "dingtalk-encrypt" {
  /** A push or its answer as the package seals it. */
  interface Sealed {
    readonly msg_signature: string;
    readonly timeStamp: string;
    readonly nonce: string;
    readonly encrypt: string;
  }

  export default class DingTalkEncryptor {
    constructor(token: string, aesKey: string, ownerKey: string);
    getEncryptedMap(text: string, timestamp: string | number, nonce: string): Sealed;
    getDecryptMsg(signature: string, timestamp: string, nonce: string, encrypted: string): string;
    getSignature(token: string, timestamp: string | number, nonce: string, encrypted: string): string;
  }
}
