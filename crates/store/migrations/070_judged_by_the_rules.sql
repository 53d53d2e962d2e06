-- A judgement that the rules made anew names them as its author, and the person whose act prompted it.
ALTER TABLE case_entitlement ADD COLUMN prompted_by TEXT;
