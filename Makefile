# The commands of the house. Each installs what it needs and is quick when all is there.
.DEFAULT_GOAL := help
.PHONY: help run dev test bench learn

help: ## List the commands
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' $(MAKEFILE_LIST) | expand -t 14

run: ## Build and start the demo on http://localhost:8080, data under ./data
	@scripts/run.sh

dev: ## The same, rebuilt and restarted at every change; the web app reloads in the browser
	@scripts/dev.sh

test: ## Everything that must hold before a change lands, on SQLite and PostgreSQL
	@scripts/test.sh

bench: ## The benchmarks of docs/benchmarks.md
	@scripts/bench.sh

learn: ## Learn the weights of the reader anew, after plans in golden/reader/tuning changed
	@scripts/learn.sh
