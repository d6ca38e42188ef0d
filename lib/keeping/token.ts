import { createHash, X509Certificate } from "node:crypto";
import type { BaseBlock, ObjectIdentifier, OctetString, Sequence } from "asn1js";
import {
  Certificate,
  ContentInfo,
  type ExtKeyUsage,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
  TSTInfo,
} from "pkijs";

export const sha256Oid = "2.16.840.1.101.3.4.2.1";
const tstInfoOid = "1.2.840.113549.1.9.16.1.4";
const timeStampingOid = "1.3.6.1.5.5.7.3.8";
const extKeyUsageOid = "2.5.29.37";
const attributes = {
  contentType: "1.2.840.113549.1.9.3",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
};
/** What an authority may hash with; SHA-1 is left to the naming of its certificate, as RFC 3161 had it. */
const hashNames: Record<string, string> = {
  [sha256Oid]: "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

/** What a token proves, or why it proves nothing: the reason goes on from "it is no proof: ". */
export type TimestampCheck =
  | {
      isValid: true;
      /** When the authority saw the hash, by its clock. */
      time: Date;
      /** Its name in its certificate: common name, otherwise organisation. */
      authority: string;
      /** Whether its certificate leads to one of the trusted ones; null where none were given, and then only its own word stands. */
      isTrusted: true | null;
      nonce: string | null;
    }
  | { isValid: false; reason: string };

class NoProof extends Error {}

/**
 * Whether a token (DER) proves that the bytes with this hash existed at its time, without asking anybody: imprint, signature over
 * the signed attributes, the certificate that they name (RFC 5816), its only purpose time-stamping (RFC 3161, 2.3), valid at that
 * time, and where trusted certificates are given a chain to one of them. Revocation is not looked at. Never throws for a token.
 */
export async function verifyTimestamp(
  token: Uint8Array,
  sha256: string,
  trusted: readonly X509Certificate[] = [],
): Promise<TimestampCheck> {
  try {
    return await check(token, sha256, trusted);
  } catch (error) {
    return { isValid: false, reason: error instanceof NoProof ? error.message : "the token cannot be read" };
  }
}

async function check(
  token: Uint8Array,
  sha256: string,
  trusted: readonly X509Certificate[],
): Promise<TimestampCheck> {
  const signed = new SignedData({ schema: ContentInfo.fromBER(Uint8Array.from(token)).content });
  const content = signed.encapContentInfo;
  if (content.eContentType !== tstInfoOid || !content.eContent) throw new NoProof("it is no timestamp token");
  const info = TSTInfo.fromBER(content.eContent.getValue());
  const imprint = info.messageImprint;
  const isOurs =
    imprint.hashAlgorithm.algorithmId === sha256Oid &&
    hex(imprint.hashedMessage.valueBlock.valueHexView) === sha256;
  if (!isOurs) throw new NoProof("it is about another file");

  const [signer, ...others] = signed.signerInfos;
  if (!signer || others.length > 0) throw new NoProof("it has not exactly one signature");
  const certificate = certificateOf(signed, signer);
  checkAttributes(signer, certificate);
  checkPurpose(certificate, info.genTime);
  await checkSignature(signed, info.genTime, trusted);
  return {
    isValid: true,
    time: info.genTime,
    authority: nameOf(certificate),
    isTrusted: trusted.length > 0 ? true : null,
    nonce: info.nonce ? hex(info.nonce.valueBlock.valueHexView) : null,
  };
}

function certificateOf(signed: SignedData, signer: SignerInfo): Certificate {
  const { sid } = signer;
  const found = signed.certificates?.find(
    (certificate): certificate is Certificate =>
      certificate instanceof Certificate &&
      sid instanceof IssuerAndSerialNumber &&
      certificate.issuer.isEqual(sid.issuer) &&
      certificate.serialNumber.isEqual(sid.serialNumber),
  );
  if (!found) throw new NoProof("the authority's certificate is not in it");
  return found;
}

/** That the signature covers what kind of content this is and whose certificate signed it. */
function checkAttributes(signer: SignerInfo, certificate: Certificate): void {
  const valueOf = (type: string) => {
    const found = signer.signedAttrs?.attributes.filter((attribute) => attribute.type === type) ?? [];
    return found.length === 1 ? (found[0]?.values[0] as BaseBlock | undefined) : undefined;
  };
  if (!hashNames[signer.digestAlgorithm.algorithmId])
    throw new NoProof("it is hashed in a way that is no longer safe");
  if ((valueOf(attributes.contentType) as ObjectIdentifier | undefined)?.getValue() !== tstInfoOid)
    throw new NoProof("its signature is about something else");
  const v2 = valueOf(attributes.signingCertificateV2);
  const named = v2 ?? valueOf(attributes.signingCertificate);
  if (!named || !namesCertificate(named as Sequence, v2 ? "sha256" : "sha1", certificate))
    throw new NoProof("its signature names another certificate");
}

/** SigningCertificate(V2) ::= SEQUENCE { certs SEQUENCE OF { [algorithm], certHash, … }, … }, the signer's first (RFC 5035). */
function namesCertificate(value: Sequence, otherwise: string, certificate: Certificate): boolean {
  const certs = value.valueBlock.value[0] as Sequence;
  const parts = (certs.valueBlock.value[0] as Sequence).valueBlock.value;
  const hash = parts.find((part) => part.idBlock.tagNumber === 4) as OctetString;
  const first = parts[0] as Sequence;
  const algorithm =
    first === (hash as BaseBlock)
      ? otherwise
      : hashNames[(first.valueBlock.value[0] as ObjectIdentifier).getValue()];
  if (!algorithm) return false;
  const actual = createHash(algorithm).update(derOf(certificate)).digest("hex");
  return hex(hash.valueBlock.valueHexView) === actual;
}

function checkPurpose(certificate: Certificate, time: Date): void {
  const usage = certificate.extensions?.find((extension) => extension.extnID === extKeyUsageOid);
  const purposes = (usage?.parsedValue as ExtKeyUsage | undefined)?.keyPurposes ?? [];
  if (!usage?.critical || purposes.length !== 1 || purposes[0] !== timeStampingOid)
    throw new NoProof("its certificate is not for time-stamping alone");
  if (time < certificate.notBefore.value || time > certificate.notAfter.value)
    throw new NoProof("the authority's certificate was not valid at that time");
}

async function checkSignature(
  signed: SignedData,
  time: Date,
  trusted: readonly X509Certificate[],
): Promise<void> {
  // pkijs would want the whole file for a timestamp; its imprint is compared above, so that this is any signed content to it.
  signed.encapContentInfo.eContentType = ContentInfo.DATA;
  const verify = (more: object) => signed.verify({ signer: 0, checkDate: time, ...more }).catch(() => false);
  if (!(await verify({}))) throw new NoProof("its signature is not that of its certificate");
  if (trusted.length === 0) return;
  const trustedCerts = trusted.map((certificate) => Certificate.fromBER(Uint8Array.from(certificate.raw)));
  if (!(await verify({ checkChain: true, trustedCerts })))
    throw new NoProof("its certificate does not lead to one that is trusted here");
}

const derOf = (certificate: Certificate) => new Uint8Array(certificate.toSchema().toBER());
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

function nameOf(certificate: Certificate): string {
  const { subject } = new X509Certificate(derOf(certificate));
  const part = (key: string) =>
    subject
      .split("\n")
      .find((line) => line.startsWith(`${key}=`))
      ?.slice(key.length + 1);
  return part("CN") ?? part("O") ?? subject.replaceAll("\n", ", ");
}
