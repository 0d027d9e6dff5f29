#!/usr/bin/env bash
# The checks of every change: formatting, lints, no network stack, tests, a run of the main job.
set -euo pipefail
cd "$(dirname "$0")"
cargo fmt --check
cargo clippy --all-targets --locked -- -D warnings
for crate in reqwest rustls ring; do
  if cargo tree --locked --target all --all-features -i "$crate" 2>/dev/null | grep -q "$crate"; then
    echo "error: $crate is in the dependency tree" >&2
    exit 1
  fi
done
cargo build --locked
cargo test --locked
