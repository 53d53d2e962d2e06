-- Which texts a document was written with, so that what an older program wrote is told apart and written anew.
ALTER TABLE search_doc ADD COLUMN recipe BIGINT NOT NULL DEFAULT 0;
-- What a product is found by besides its model, name and brand: the model's letters and digits alone, names in pinyin.
ALTER TABLE product ADD COLUMN find_key TEXT NOT NULL DEFAULT '';
