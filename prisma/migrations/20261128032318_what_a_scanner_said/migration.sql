-- What a scanner for malware said of a file, where the desk has set one; nothing while none has looked.
CREATE TYPE scan_outcome AS ENUM ('clean', 'flagged', 'failed');
ALTER TABLE kept_files
  ADD COLUMN scan scan_outcome,
  ADD COLUMN scan_said text,
  ADD COLUMN scanned_at timestamptz(3),
  ADD CONSTRAINT kept_files_scan CHECK (
    (scan IS NULL) = (scanned_at IS NULL) AND (scan IS NULL) = (scan_said IS NULL) AND length(scan_said) <= 500);
