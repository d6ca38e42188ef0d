import { Integer, Utf8String } from "asn1js";
import * as pki from "pkijs";

/** A certificate for a name, signed by itself, with its key: what a TLS server needs. `until` is when it expires. */
export async function certificateFor(
  name: string,
  until = "2046-01-01",
): Promise<{ cert: string; key: string }> {
  const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
    "sign",
    "verify",
  ]);
  const names = new pki.GeneralNames({ names: [new pki.GeneralName({ type: 2, value: name })] });
  const certificate = new pki.Certificate({
    version: 2,
    serialNumber: new Integer({ value: 1 }),
    extensions: [
      extension("2.5.29.19", new pki.BasicConstraints({ cA: true }).toSchema().toBER()),
      extension("2.5.29.17", names.toSchema().toBER()),
    ],
  });
  const subject = new pki.AttributeTypeAndValue({ type: "2.5.4.3", value: new Utf8String({ value: name }) });
  certificate.subject.typesAndValues.push(subject);
  certificate.issuer.typesAndValues.push(subject);
  certificate.notBefore.value = new Date("2020-01-01T00:00:00Z");
  certificate.notAfter.value = new Date(`${until}T00:00:00Z`);
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey);
  await certificate.sign(keys.privateKey, "SHA-256");
  return {
    cert: pem("CERTIFICATE", certificate.toSchema().toBER()),
    key: pem("PRIVATE KEY", await crypto.subtle.exportKey("pkcs8", keys.privateKey)),
  };
}

const extension = (extnID: string, extnValue: ArrayBuffer) =>
  new pki.Extension({ extnID, critical: false, extnValue });

const pem = (label: string, der: ArrayBuffer) =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString("base64")}\n-----END ${label}-----\n`;
