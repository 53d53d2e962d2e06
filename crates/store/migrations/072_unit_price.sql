-- What the customer paid for a unit, in fen: the law reckons what is kept of it for the use.
ALTER TABLE unit ADD COLUMN price_fen BIGINT;
