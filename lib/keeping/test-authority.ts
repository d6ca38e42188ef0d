import { createHash } from "node:crypto";
import { Integer, ObjectIdentifier, OctetString, Sequence, Utf8String } from "asn1js";
import * as pki from "pkijs";

/** What a test lets the authority do otherwise than it should. */
export interface Manners {
  time?: Date;
  nonce?: Uint8Array;
  imprint?: string;
  signer?: "for anything";
  names?: Uint8Array;
  hash?: "SHA-1";
  status?: number;
}

interface Pair {
  certificate: pki.Certificate;
  keys: CryptoKeyPair;
}

/** A timestamp authority for tests, with a root of its own: real keys, certificates and signatures. */
export class Authority {
  readonly root: Uint8Array;
  readonly #stamping: Pair;
  readonly #careless: Pair;

  private constructor(root: Pair, stamping: Pair, careless: Pair) {
    this.root = der(root.certificate);
    this.#stamping = stamping;
    this.#careless = careless;
  }

  static async make(): Promise<Authority> {
    const root = await issue("Test root", null, [basic(true)]);
    const usage = new pki.ExtKeyUsage({ keyPurposes: ["1.3.6.1.5.5.7.3.8"] });
    const stamping = await issue("Test authority", root, [extension("2.5.29.37", usage, true)]);
    return new Authority(root, stamping, await issue("Careless authority", root, []));
  }

  /** The answer to a query, both DER. */
  async answer(query: Uint8Array, manners: Manners): Promise<Uint8Array> {
    if (manners.status !== undefined) {
      const words = [new Utf8String({ value: "not today" })];
      const status = new pki.PKIStatusInfo({ status: manners.status, statusStrings: words });
      return der(new pki.TimeStampResp({ status }));
    }
    const token = await this.token(query, manners);
    const status = new pki.PKIStatusInfo({ status: pki.PKIStatus.granted });
    return der(
      new pki.TimeStampResp({ status, timeStampToken: pki.ContentInfo.fromBER(Uint8Array.from(token)) }),
    );
  }

  /** What is kept of such an answer. */
  async token(query: Uint8Array, manners: Manners): Promise<Uint8Array> {
    const request = pki.TimeStampReq.fromBER(Uint8Array.from(query));
    if (manners.imprint)
      request.messageImprint.hashedMessage = new OctetString({
        valueHex: Buffer.from(manners.imprint, "hex"),
      });
    const info = new pki.TSTInfo({
      version: 1,
      policy: "1.2.3.4.1",
      messageImprint: request.messageImprint,
      serialNumber: new Integer({ value: 7 }),
      genTime: manners.time ?? new Date(),
      nonce: manners.nonce ? new Integer({ valueHex: manners.nonce }) : (request.nonce as Integer),
    });
    const { certificate, keys } = manners.signer ? this.#careless : this.#stamping;
    return der(await sign(der(info), certificate, keys, manners));
  }
}

async function sign(
  content: Uint8Array,
  certificate: pki.Certificate,
  keys: CryptoKeyPair,
  { names, hash = "SHA-256" }: { names?: Uint8Array; hash?: string },
): Promise<pki.ContentInfo> {
  const attribute = (type: string, value: object) => new pki.Attribute({ type, values: [value] });
  const certHash = names ?? createHash("sha256").update(der(certificate)).digest();
  const signing = new Sequence({
    value: [new Sequence({ value: [new Sequence({ value: [new OctetString({ valueHex: certHash })] })] })],
  });
  const digest = createHash(hash).update(content).digest();
  const signed = new pki.SignedData({
    version: 3,
    encapContentInfo: new pki.EncapsulatedContentInfo({
      eContentType: "1.2.840.113549.1.9.16.1.4",
      eContent: new OctetString({ valueHex: content }),
    }),
    signerInfos: [
      new pki.SignerInfo({
        version: 1,
        sid: new pki.IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new pki.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute("1.2.840.113549.1.9.3", new ObjectIdentifier({ value: "1.2.840.113549.1.9.16.1.4" })),
            attribute("1.2.840.113549.1.9.4", new OctetString({ valueHex: digest })),
            attribute("1.2.840.113549.1.9.16.2.47", signing),
          ],
        }),
      }),
    ],
    certificates: [certificate],
  });
  await signed.sign(keys.privateKey, 0, hash);
  return new pki.ContentInfo({ contentType: pki.ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
}

let serial = 0;
async function issue(name: string, by: Pair | null, extensions: pki.Extension[]): Promise<Pair> {
  const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
    "sign",
    "verify",
  ]);
  const certificate = new pki.Certificate({
    version: 2,
    serialNumber: new Integer({ value: ++serial }),
    extensions,
  });
  certificate.subject.typesAndValues.push(
    new pki.AttributeTypeAndValue({ type: "2.5.4.3", value: new Utf8String({ value: name }) }),
  );
  certificate.issuer = by?.certificate.subject ?? certificate.subject;
  certificate.notBefore.value = new Date("2025-01-01T00:00:00Z");
  certificate.notAfter.value = new Date("2046-01-01T00:00:00Z");
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign((by?.keys ?? keys).privateKey, "SHA-256");
  return { certificate, keys };
}

const basic = (cA: boolean) => extension("2.5.29.19", new pki.BasicConstraints({ cA }), true);

function extension(extnID: string, value: pki.PkiObject, critical: boolean): pki.Extension {
  return new pki.Extension({ extnID, critical, extnValue: der(value).buffer, parsedValue: value });
}

const der = (object: pki.PkiObject) => new Uint8Array(object.toSchema().toBER());
