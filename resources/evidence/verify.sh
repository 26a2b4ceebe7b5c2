#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Usage: sh verify.sh [HASH-WRITTEN-DOWN-ELSEWHERE], in the folder where the archive was unpacked. It needs sha256sum alone.
wanted=$1
sha256sum --quiet -c SHA256SUMS || { echo "a file was changed"; exit 1; }
previous=$(printf '%064d' 0) count=0 met=no
while read -r hash line; do
  count=$((count + 1))
  set -- $line
  [ "$2" = "$count" ] || { echo "entry $count is missing"; exit 1; }
  [ "$7" = "$previous" ] || { echo "entry $count does not follow the one before"; exit 1; }
  [ "$(printf '%s\n' "$line" | sha256sum | cut -c1-64)" = "$hash" ] || { echo "the line of entry $count was changed"; exit 1; }
  file=entries/$(printf '%06d' "$count").json
  [ ! -e "$file" ] || [ "$(sha256sum < "$file" | cut -c1-64)" = "$6" ] || { echo "the content of entry $count was changed"; exit 1; }
  previous=$hash
  [ "$hash" != "$wanted" ] || met=yes
done < chain.txt
echo "$count entries, the last has the hash $previous"
[ -z "$wanted" ] || [ $met = yes ] || { echo "the chain does not hold the hash $wanted"; exit 1; }
