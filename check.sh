#!/usr/bin/env bash
# The checks of every change: formatting, lints, no network stack, a run of the main job, tests.
set -euo pipefail
cd "$(dirname "$0")"
cargo fmt --check
cargo clippy --all-targets --locked -- -D warnings
for crate in reqwest rustls ring; do
  if cargo tree --locked --target all --all-features -i "$crate" 2>/dev/null | grep -q "^$crate "; then
    echo "error: $crate is in the dependency tree" >&2
    exit 1
  fi
done
# The main job on the sample territory, and what it must not accept.
run() { cargo run --quiet --locked -- "$@"; }
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT
run check sample-data/BMO_2025_territoire_fictif.xlsx
run --lang en analyse sample-data --territory be:9601 --out "$out" --json | grep -q '"code": "be:9601"'
test -s "$out/diagnosis.csv"
test -s "$out/bassin.json"
test -s "$out/bassin.xlsx"
run report sample-data --territory be:9601 --document note --format docx,pdf,json --out "$out/papers" >/dev/null
test -s "$out/papers/note_be_9601.docx"
test "$(head -c 8 "$out/papers/note_be_9601.pdf")" = "%PDF-1.7"
# Without a display the demonstration writes its results.
bassin="$(pwd)"
(
  cd "$out"
  env -u DISPLAY -u WAYLAND_DISPLAY -u WAYLAND_SOCKET \
    cargo run --quiet --locked --manifest-path "$bassin/Cargo.toml" -- demo >/dev/null
)
test -s "$out/bassin-demo/bassin.xlsx"
if run analyse sample-data --territory be:0000 2>/dev/null; then
  echo "error: an absent territory was accepted" >&2
  exit 1
fi
cargo test --locked
