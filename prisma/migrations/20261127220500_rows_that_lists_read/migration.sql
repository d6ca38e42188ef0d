-- A list reads the cards of 21 claims, which lie far apart: with all that a publication has in one row, each on a page of its own.
-- What a list does not read moves out of the row from 1 kB on, so that twice as many rows lie on a page. A publication that is
-- there already is laid out anew when it is published again.
ALTER TABLE publications SET (toast_tuple_target = 1024);
ALTER TABLE publications ALTER COLUMN card SET STORAGE MAIN, ALTER COLUMN history SET STORAGE MAIN;
