-- The families, as the law knows them, of the products of an agreement's units, as they were when its occurrences were
-- made: names between spaces. Occurrences made before are made anew by night.
ALTER TABLE duty_run ADD COLUMN families TEXT NOT NULL DEFAULT '';
