//! The shape of the repository, kept by tests: who may depend on whom, what may be written where, and how long a
//! file may be. ARCHITECTURE.md states the same rules as invariants, with their reasons.

mod layers;
mod pages;
mod repository;
mod words;
