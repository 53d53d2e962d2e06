-- A file that was taken out of a unit's archive says who did it and why.
ALTER TABLE unit_file ADD COLUMN removed_by TEXT;
ALTER TABLE unit_file ADD COLUMN removed_because TEXT;
