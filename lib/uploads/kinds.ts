/** What a file is to the desk. Whatever is none of these is refused. */
export type Kind = "pdf" | "image" | "audio" | "video" | "text" | "html" | "docx" | "csv" | "warc" | "wacz";

/** What a file is by its content: `extension` is for the name of a download, with its dot. */
export interface Detected {
  kind: Kind;
  /** The media type under which it may be served, always with nosniff. */
  mediaType: string;
  extension: string;
}

/** Why a file is refused: a sentence for the person who chose it. */
export class Refusal extends Error {
  override name = "Refusal";
}

/** What the desk takes, in words. */
export const acceptedInWords =
  "PDF, PNG, JPEG, WebP, GIF, AVIF, HEIC or TIFF pictures, MP3, Ogg, WAV, M4A or FLAC sound, MP4, WebM or MOV video, plain text, HTML, DOCX, CSV, WARC and WACZ";

/** By the media types that are told from the first bytes; a type that is missing here is refused. */
const byMediaType: Record<string, [Kind, string, string?]> = {
  "application/pdf": ["pdf", ".pdf"],
  "image/png": ["image", ".png"],
  "image/apng": ["image", ".png", "image/png"],
  "image/jpeg": ["image", ".jpg"],
  "image/webp": ["image", ".webp"],
  "image/gif": ["image", ".gif"],
  "image/avif": ["image", ".avif"],
  "image/heic": ["image", ".heic"],
  "image/heic-sequence": ["image", ".heic", "image/heic"],
  "image/heif": ["image", ".heif"],
  "image/heif-sequence": ["image", ".heif", "image/heif"],
  "image/tiff": ["image", ".tif"],
  "audio/mpeg": ["audio", ".mp3"],
  "audio/ogg": ["audio", ".ogg"],
  "audio/ogg; codecs=opus": ["audio", ".ogg", "audio/ogg"],
  "audio/wav": ["audio", ".wav"],
  "audio/mp4": ["audio", ".m4a"],
  "audio/x-m4a": ["audio", ".m4a", "audio/mp4"],
  "audio/flac": ["audio", ".flac"],
  "video/mp4": ["video", ".mp4"],
  "video/x-m4v": ["video", ".mp4", "video/mp4"],
  "video/webm": ["video", ".webm"],
  "video/quicktime": ["video", ".mov"],
};

/** The kind of a media type that was told from content; null for one that the desk does not take. */
export function kindOf(mediaType: string): Detected | null {
  const found = byMediaType[mediaType];
  if (!found) return null;
  const [kind, extension, served = mediaType] = found;
  return { kind, mediaType: served, extension };
}

export const docx: Detected = {
  kind: "docx",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  extension: ".docx",
};
export const wacz: Detected = { kind: "wacz", mediaType: "application/wacz", extension: ".wacz" };
export const warc: Detected = { kind: "warc", mediaType: "application/warc", extension: ".warc" };
export const packedWarc: Detected = { ...warc, extension: ".warc.gz" };
export const html: Detected = { kind: "html", mediaType: "text/html", extension: ".html" };
export const csv: Detected = { kind: "csv", mediaType: "text/csv", extension: ".csv" };
export const text: Detected = { kind: "text", mediaType: "text/plain", extension: ".txt" };
