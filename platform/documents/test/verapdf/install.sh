#!/usr/bin/env bash
# Installs veraPDF, the reference validator of PDF/UA-1, as a peer for the tests: `bash platform/documents/test/verapdf/install.sh`.
# Needs a JDK (17 or newer) and Maven. Nothing of it is part of the product.
set -euo pipefail
cd "$(dirname "$0")"
mvn -B -q dependency:copy-dependencies -DoutputDirectory=lib
javac -cp 'lib/*' -d lib CheckPdf.java
