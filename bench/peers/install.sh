#!/usr/bin/env bash
# Installs the peers of the benchmarks on Debian: CBC and GLPK from apt, HiGHS and SCIP as Python packages in .bench.
# What cannot be had is named and left out of the tables.
set -uo pipefail
cd "$(dirname "$0")/../.."
missing=()
for package in coinor-cbc glpk-utils python3-venv; do
  dpkg -s "$package" >/dev/null 2>&1 || apt-get install -y -qq --no-install-recommends "$package" >/dev/null || missing+=("$package")
done
[ -x .bench/bin/python ] || python3 -m venv .bench
for package in highspy==1.15.1 pyscipopt==6.3.0; do
  .bench/bin/pip install --quiet "$package" || missing+=("$package")
done
[ "${#missing[@]}" -eq 0 ] || echo "missing: ${missing[*]}"
echo "Run the benchmarks with BENCH_PYTHON=.bench/bin/python"
