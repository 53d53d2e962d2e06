-- The earliest end of production among the products of an agreement's units, as it was when its duties were last computed.
ALTER TABLE duty_run ADD COLUMN production_ends_on TEXT;
