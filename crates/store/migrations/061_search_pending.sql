-- How long the list of new entries may grow, each connection decides: many entries at once are sorted in together.
-- only postgres
ALTER INDEX search_doc_by_gram RESET (gin_pending_list_limit);
-- end
