#!/usr/bin/env bash
# Builds, runs, checks and tests Smallprint. `./build.sh help` lists what it does.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
root=$PWD

readonly GECKODRIVER_VERSION=0.37.1
# A ratchet against growth that nobody meant. The aim is 80 KB.
readonly SIZE_BUDGET=$((135 * 1024))
# Every page that is opened pays for these.
readonly GATE_BUDGET=$((6 * 1024))
readonly PAGE_BUDGET=$((30 * 1024))
readonly TARGET=wasm32-unknown-unknown
readonly WASM_FEATURES=(--enable-bulk-memory --enable-bulk-memory-opt --enable-sign-ext --enable-mutable-globals
  --enable-nontrapping-float-to-int --enable-reference-types --enable-multivalue)
readonly BINDGEN_OUT=$root/target/bindgen/wasm
readonly WASM=$BINDGEN_OUT/smallprint_bg.wasm
readonly tools=${XDG_CACHE_HOME:-$HOME/.cache}/smallprint
wasm_cargo=(cargo)

say() { printf '%s\n' "$*" >&2; }
fail() { say "build.sh: $*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# ---- what the build needs, installed when missing ----

can_apt() { have apt-get && { ((EUID == 0)) || have sudo; }; }

as_root() { if ((EUID == 0)); then "$@"; else sudo "$@"; fi; }

# apt_install WHY PACKAGE…
apt_install() {
  local why=$1
  shift
  can_apt || fail "please install $* ($why); this system has no apt-get that I may use."
  say "Installing $* with apt: $why."
  as_root apt-get update -qq >/dev/null || say "The package lists could not be refreshed; trying with the ones that are there."
  DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -qq "$@" >/dev/null ||
    fail "apt could not install $*; please install it by hand ($why)."
}

need_rust() { have cargo || fail "please install Rust 1.90 or newer (https://rustup.rs); cargo was not found."; }

need_node() {
  if ! have node || ! have npm; then apt_install "the build's scripts and the tests run on Node" nodejs npm; fi
  local version
  version=$(node --version)
  version=${version#v}
  ((${version%%.*} >= 20)) || fail "please install Node 20 or newer; this one is $version."
}

# need_npm FOLDER: its packages, exactly as its lock file says
need_npm() {
  need_node
  [[ $1/node_modules/.package-lock.json -nt $1/package-lock.json ]] && return
  say "Installing the npm packages of $1 (its package.json says what each is for)."
  npm ci --prefix "$1" --no-audit --no-fund --loglevel=error >&2 || fail "npm ci failed in $1; see the lines above."
  touch "$1/node_modules/.package-lock.json"
}

has_wasm_std() { [[ -d $(rustc --print sysroot)/lib/rustlib/$TARGET ]]; }

# The standard library for wasm: the toolchain's own, else rustup's, else Debian's compiler which builds it from source.
need_wasm_target() {
  need_rust
  if has_wasm_std || add_wasm_std; then use_small_std; else use_debian_rust; fi
}

add_wasm_std() {
  have rustup && say "Adding the Rust target $TARGET with rustup: the extension's core is wasm." &&
    rustup target add "$TARGET" >&2
}

# Built from source without the words of its panics, which nobody could read, the core weighs a tenth less.
use_small_std() {
  local flags="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Cllvm-args=-inline-threshold=20"
  local small=(env RUSTC_BOOTSTRAP=1 "RUSTFLAGS=$flags" cargo "-Zbuild-std=std,panic_abort" "-Zbuild-std-features=optimize_for_size")
  if knows_immediate_abort && need_rust_source &&
    "${small[@]}" fetch --quiet --target "$TARGET" 2>/dev/null; then
    say "Building the wasm with the standard library from source, without panic messages."
    wasm_cargo=("${small[@]}")
  else
    say "Building the wasm with the toolchain's own standard library; it will be a tenth larger."
  fi
}

knows_immediate_abort() { RUSTC_BOOTSTRAP=1 rustc -Zunstable-options -Cpanic=immediate-abort --print cfg >/dev/null 2>&1; }

need_rust_source() {
  [[ -f $(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock ]] && return
  have rustup && say "Adding the source of Rust's standard library with rustup: built anew, it makes the wasm smaller." &&
    rustup component add rust-src >&2
}

use_debian_rust() {
  local packages=(rustc-web cargo-web rust-web-src lld-22)
  dpkg -s "${packages[@]}" >/dev/null 2>&1 ||
    apt_install "rustup has no $TARGET here, Debian's compiler can build it" "${packages[@]}"
  say "Building the wasm with Debian's rustc-web, standard library from source."
  wasm_cargo=(env RUSTC_BOOTSTRAP=1 "PATH=/usr/bin:$PATH" RUSTC=/usr/bin/rustc RUSTFLAGS=-Clinker=wasm-ld-22
    /usr/bin/cargo "-Zbuild-std=std,panic_abort")
}

# cargo_tool NAME VERSION BINARY ARGS…: compiled once, kept by version in the user's cache; prints its path
cargo_tool() {
  local name=$1 version=$2 binary=$3
  shift 3
  local home=$tools/$binary-$version
  if [[ ! -x $home/bin/$binary ]]; then
    say "Compiling $name $version into $home (once, some minutes)."
    cargo install "$name" --version "$version" --root "$home" --bin "$binary" --quiet --locked "$@" >&2 ||
      { say "Its lock file could not be followed; compiling with the newest fitting parts."
        cargo install "$name" --version "$version" --root "$home" --bin "$binary" --quiet "$@" >&2; } ||
      fail "cargo could not install $name $version; see the lines above."
  fi
  printf '%s\n' "$home/bin/$binary"
}

locked_version() { awk -v name="\"$1\"" '$1 == "name" && $3 == name { getline; gsub(/"/, "", $3); print $3; exit }' Cargo.lock; }

need_wasm_bindgen() { cargo_tool wasm-bindgen-cli "$(locked_version wasm-bindgen)" wasm-bindgen --no-default-features; }

need_chromium() { have chromium || have google-chrome || apt_install "the extension is tried in a real Chromium" chromium; }

need_firefox() {
  have firefox || have firefox-esr || apt_install "the extension is tried in a real Firefox" firefox-esr
  have geckodriver && return
  local driver
  driver=$(cargo_tool geckodriver "$GECKODRIVER_VERSION" geckodriver)
  export PATH=${driver%/*}:$PATH
}

# ---- the verbs ----

build() {
  build_wasm
  need_npm build
  node build/assemble.mjs "$root" "$BINDGEN_OUT"
  cargo build --release --quiet --bin smallprint
  report_size
  say "Ready: dist/chromium, dist/firefox, target/release/smallprint."
}

build_wasm() {
  local raw=target/$TARGET/release/smallprint.wasm bindgen
  need_wasm_target
  # wasm-bindgen reads the features from a section that stripping removes; wasm-opt strips afterwards.
  CARGO_PROFILE_RELEASE_STRIP=none CARGO_PROFILE_RELEASE_OPT_LEVEL=z "${wasm_cargo[@]}" build --release --quiet --lib --target "$TARGET"
  bindgen=$(need_wasm_bindgen)
  [[ $WASM -nt $raw && $WASM -nt build/package-lock.json ]] && return
  need_npm build
  "$bindgen" --target web --out-dir "$BINDGEN_OUT" "$raw"
  # The stack lies lowest in memory, so nothing is read at its last kilobyte: --low-memory-unused.
  # Once flattened and put together again, the branches are fewer.
  # Functions of one caller are not all drawn into it: gzip finds less alike in the giants that makes.
  build/node_modules/.bin/wasm-opt -Oz --converge --one-caller-inline-max-function-size=20 --low-memory-unused --strip-debug --strip-producers --strip-target-features --flatten --rereloop -Oz -Oz "${WASM_FEATURES[@]}" "$WASM" -o "$WASM.small"
  mv "$WASM.small" "$WASM"
}

wasm_gzipped() { gzip -9 -n -c "$WASM" | wc -c; }

# page_gzipped NAME: the page scripts of that name, as they are shipped
page_gzipped() { find dist/chromium/page -name "$1.js" | LC_ALL=C sort | xargs cat | gzip -9 -n | wc -c; }

report_size() {
  say "Core: $(wc -c <"$WASM") bytes of wasm, $(wasm_gzipped) gzipped (budget $SIZE_BUDGET)."
  say "Page scripts: $(page_gzipped '*') bytes gzipped (budget $PAGE_BUDGET), the gate among them $(page_gzipped gate) (budget $GATE_BUDGET)."
}

run() {
  build
  need_npm tests/browser
  have chromium || have google-chrome || have firefox || have firefox-esr || need_chromium
  have chromium || have google-chrome || need_firefox
  exec node tests/browser/run.mjs "$@"
}

# Every part is checked, so that one run tells all there is to mend.
check() {
  build
  need_npm tests/browser
  local part broken=()
  for part in format lints wasm_lints generated rules javascript shell size; do
    "check_$part" || broken+=("$part")
  done
  ((${#broken[@]} == 0)) || fail "to be mended: ${broken[*]} (see above)."
  say "All checks passed."
}

check_format() { cargo fmt --check; }

check_lints() { cargo clippy --quiet --all-targets -- -D warnings; }

check_wasm_lints() {
  if ! has_wasm_std; then
    say "The lints for $TARGET need rustup's target; left out here."
  else
    cargo clippy --quiet --lib --target "$TARGET" -- -D warnings
  fi
}

# The types of the page scripts are written by the Rust tests (.cargo/config.toml says where).
check_generated() {
  local before
  before=$(cksum <extension/types.d.ts)
  cargo test --quiet --lib export_bindings || return
  [[ $before == "$(cksum <extension/types.d.ts)" ]] && return
  say "extension/types.d.ts was stale and has been written anew; look at it and commit it."
  return 1
}

check_rules() { cargo test --quiet --lib rules; }

check_javascript() {
  local bin=build/node_modules/.bin
  "$bin/eslint" --config build/eslint.config.mjs --max-warnings 0 extension build tests/browser tests/benches &&
    "$bin/tsc" --project build/tsconfig.json && node build/house_rules.mjs "$root"
}

check_shell() { ! have shellcheck || shellcheck build.sh .ci/run; }

check_size() {
  local status=0
  within "The wasm" "$(wasm_gzipped)" "$SIZE_BUDGET" || status=1
  within "The gate" "$(page_gzipped gate)" "$GATE_BUDGET" || status=1
  within "All page scripts together" "$(page_gzipped '*')" "$PAGE_BUDGET" || status=1
  return "$status"
}

# within WHAT BYTES BUDGET
within() {
  (($2 <= $3)) && return
  say "$1: $2 bytes gzipped, over the budget of $3."
  return 1
}

run_tests() {
  build
  need_npm tests/browser
  need_chromium
  need_firefox
  local log=target/test status=0
  mkdir -p "$log"
  cargo test --no-fail-fast 2>&1 | tee "$log/cargo.log" || status=1
  # One browser at a time: two at once on a small machine disturb each other.
  node --test --test-concurrency=1 --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$log/node.tap" tests/browser/*.test.mjs || status=1
  node build/count_tests.mjs "$log/cargo.log" "$log/node.tap" "$status"
}

package() {
  build
  node build/package.mjs "$root"
}

# bench [COMMIT]: this tree beside another commit, which is built in a folder of its own, once.
bench() {
  local commit=${1:-} other
  [[ -n $commit ]] || { git diff --quiet HEAD && commit=HEAD~1 || commit=HEAD; }
  git rev-parse --quiet --verify "$commit^{commit}" >/dev/null ||
    fail "bench: there is no commit \"$commit\" here; name one: ./build.sh bench COMMIT."
  build
  need_node
  other=$root/target/bench/$(git rev-parse --short "$commit")
  if [[ ! -x $other/target/release/smallprint ]]; then
    say "Building $commit in $other to compare with (once, some minutes)."
    [[ -d $other ]] || git worktree add --quiet --detach "$other" "$commit"
    "$other/build.sh" >/dev/null || fail "bench: $commit could not be built; see the lines above."
  fi
  node tests/benches/compare.mjs "$root" "$other" "$commit"
}

help() {
  cat <<'TEXT'
./build.sh                    builds the wasm, dist/chromium, dist/firefox and target/release/smallprint,
                              installing what is missing and saying so
./build.sh run [URL or FILE]  builds, then opens a browser with the extension on a sample policy or on what is given;
                              with no display it prints the verdicts with their quotes and writes a screenshot
./build.sh test               every test: Rust, page scripts, both real browsers
./build.sh check              format, lints, types, rule proofs, generated files, size budget
./build.sh bench [COMMIT]     the benchmarks: this tree beside another commit, as ratios
./build.sh package            dist/smallprint-VERSION-chromium.zip and dist/smallprint-VERSION-firefox.xpi
./build.sh help               this table
TEXT
}

main() {
  local verb=${1:-build}
  (($# == 0)) || shift
  case $verb in
    build) build ;;
    run) run "$@" ;;
    test) run_tests ;;
    check) check ;;
    package) package ;;
    bench) bench "$@" ;;
    help | -h | --help) help ;;
    *) say "build.sh: there is no \"$verb\"; ./build.sh help lists what there is."; exit 2 ;;
  esac
}

main "$@"
