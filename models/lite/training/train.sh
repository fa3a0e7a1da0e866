#!/usr/bin/env bash
# Trains the compact network from paintings and VGG19's weights: see README.md. Run again, it goes on where it was stopped.
set -euo pipefail
paintings=${1:?folder of paintings with manifest.csv} weights=${2:?VGG19 HDF5 file} work=${3:?working folder, about 5 GB}
here=$(cd "$(dirname "$0")" && pwd)
samples=$here/../../../samples
views=(whole256 samples textures augmented-1 augmented-2 near-1 near-2 near-3 mixed-1)
python3 "$here/prepare.py" --paintings "$paintings" --samples "$samples" --weights "$weights" --cache "$work/cache"
python3 "$here/train.py" --cache "$work/cache" --checkpoint "$work/student.pt" --fold 0 ${4:+--pictures "$4"} --views "${views[@]}"
python3 "$here/evaluate.py" --cache "$work/cache" --checkpoint "$work/student.pt" --paintings "$paintings" --samples "$samples"
python3 "$here/export.py" --checkpoint "$work/student.pt" --out "${5:-$here/..}"
python3 "$here/eight_bits.py" "${5:-$here/..}"
