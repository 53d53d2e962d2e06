-- A serial number without what differs only in how it was typed. Units an older program wrote get theirs in the background;
-- of several that were twins already, one does.
ALTER TABLE unit ADD COLUMN serial_key TEXT;
CREATE UNIQUE INDEX unit_by_serial_key ON unit (serial_key, product_id) WHERE serial_key IS NOT NULL;
