#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Learns the tone lexicons resources/tone/{en,fr}.tsv; needs nothing but Python 3.

  build_lexicon.py --english DIR --french DIR [--out resources/tone] [--samples tests/data/tone]

--english: hutto/*_GroundTruth.txt (MIT) and goemotions/{train,dev}.tsv (Apache-2.0); --french: allocine/*.csv (MIT).
A text is three sums: evidence for positive, evidence for negative, and nothing for neutral. Every word and frequent pair of
words has two weights, learned by softmax regression held back towards the hand-written seeds. What is never learned
from, and what the samples of the tests are drawn from: goemotions/dev, a tenth of hutto's tweets, a fifth of allocine.
features() must do what src/text/tone.cpp does.
"""
import argparse, csv, html, math, pathlib, random, re, unicodedata, zlib

HERE = pathlib.Path(__file__).resolve().parent
NEGATORS = {
    "en": {w: 3 for w in "not no never none nobody nothing neither nor without cannot hardly barely dont cant wont isnt doesnt didnt".split()},
    "fr": {**{w: 3 for w in "pas jamais aucun aucune rien sans ni guere nullement".split()}, "ne": 4, "n": 4},
}
NT = set("don doesn didn isn aren wasn weren won can couldn shouldn wouldn hasn haven hadn ain".split())
STRONG = {"en": set("very really so extremely absolutely totally super incredibly completely highly".split()),
          "fr": set("tres vraiment trop tellement super hyper ultra si totalement absolument franchement carrement completement".split())}
WEAK = {"en": set("slightly somewhat kinda bit rather fairly partly".split()), "fr": set("peu assez plutot legerement moyennement".split())}
TURNS = {"en": {"but", "however"}, "fr": {"mais", "cependant", "pourtant"}}
BREAKS = set(".!?;:,()\n")
SPECIAL = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ø": "o", "ß": "ss", "ł": "l", "đ": "d"}
JOINERS = {0x200D} | set(range(0xFE00, 0xFE10)) | set(range(0x1F3FB, 0x1F400))


def fold_char(c):
    if c < "\x80":
        return c.lower() if c.isalnum() else ""
    if c in SPECIAL:
        return SPECIAL[c]
    return "".join(d for d in unicodedata.normalize("NFKD", c.casefold()) if unicodedata.category(d)[0] in "LN" or unicodedata.category(d) == "So")


def tokenize(text):
    out, word, begin, symbol = [], "", 0, False
    for i, c in enumerate(text):
        category = unicodedata.category(c)
        if ord(c) in JOINERS or category[0] == "M":
            continue
        is_symbol = category == "So"
        if category[0] not in "LN" and not is_symbol:
            if word:
                out.append((word, begin, i))
            word, symbol = "", False
            continue
        if word and (symbol or is_symbol):
            out.append((word, begin, i))
            word = ""
        if not word:
            begin = i
        word += fold_char(c)
        symbol = is_symbol
    if word:
        out.append((word, begin, len(text)))
    return out


LINK = re.compile(r"https?://[^\s]*")
SMILE, FROWN = re.compile(r"[:;=]-?[)D\]]|<3|\^\^"), re.compile(r"[:;=]'?-?[(\[]|:'\(")


def features(text, lang):
    """[(key, value, negated)] and the number of words."""
    links = LINK.findall(text)
    if links:
        text = LINK.sub(lambda m: " " * len(m.group()), text)
    tokens, found, scope, boost, previous, previous_scope, last = tokenize(text), [], 0, 1.0, None, 0, 0
    letters = [c for c in text if c.isalpha()]
    shouting = sum(c.isupper() for c in letters) * 2 > len(letters)
    count = 0
    for word, begin, end in tokens:
        gap = text[last:begin]
        last = end
        if gap and not BREAKS.isdisjoint(gap):
            scope, boost, previous = 0, 1.0, None
        if gap.endswith("@"):
            previous = None
            continue
        count += 1
        if word in TURNS[lang]:
            found = [(k, v * 0.6, n) for k, v, n in found]
            scope = 0
        shown = text[begin:end]
        caps = 1.25 if end - begin > 2 and not shouting and shown.isupper() and shown.isalpha() else 1.0
        found.append((word, boost * caps, scope > 0))
        if previous is not None:
            found.append((previous + " " + word, 1.0, previous_scope > 0))
        previous_scope = scope
        negator = NEGATORS[lang].get(word, 0)
        if lang == "en" and word == "t" and previous in NT:
            negator = 3
        scope = negator if negator else max(0, scope - 1)
        boost = 1.3 if word in STRONG[lang] else 0.7 if word in WEAK[lang] else 1.0
        previous = word
    bangs = text.count("!")
    for key, there in (("!", bangs), ("!!!", bangs > 2), ("?", "?" in text), ("...", "..." in text or "\u2026" in text), ("://", links),
                       (":)", SMILE.search(text)), (":(", FROWN.search(text))):
        if there:
            found.append((key, 1.0, False))
    return found, count


UP, DOWN = 0.8, 0.5  # what is left of praise as blame ("not good"), and of blame as praise ("not bad")


def norm(count):
    return 1.0 if count <= 16 else math.sqrt(count / 16.0)


def seeds(lang):
    table = {}

    def put(word, weight):
        key = " ".join(w for w, _, _ in tokenize(word.replace("_", " ")))
        if key and len(key.split()) <= 2:
            table[key] = weight

    for name in (f"seeds_{lang}.txt", "seeds_emoji.txt"):
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
                    put(form, float(weight))
    table[":)"], table[":("] = 1.5, -2.0
    out = {}
    for word, weight in table.items():
        v = abs(weight)
        out[word] = (0.75 * v, -0.25 * v) if weight > 0 else (-0.3 * v, 0.85 * v)
    out.setdefault("://", (-0.3, -0.4))
    return out


def english(folder):
    train, held = [], []
    for name in ("train", "dev"):
        for row in (folder / "goemotions" / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
            text, labels, _ = row.split("\t")
            if labels in ("1", "2", "3"):
                text = re.sub(r"\[(NAME|RELIGION)\]", "@x", text)
                (train if name == "train" else held).append((text, {"1": 2, "2": 0, "3": 1}[labels], 1.0, "goemotions"))
    for source, weight in (("tweets", 2.0), ("amazonReviewSnippets", 0.8), ("movieReviewSnippets", 0.5), ("nytEditorialSnippets", 0.6)):
        for row in (folder / "hutto" / f"{source}_GroundTruth.txt").read_text(encoding="utf-8", errors="replace").splitlines():
            cells = row.split("\t", 2)
            if len(cells) < 3:
                continue
            text, mean = html.unescape(cells[2]), float(cells[1])
            label = 1 if mean > 0.6 else 2 if mean < -0.6 else 0
            if source == "tweets" and zlib.crc32(cells[2].encode()) % 10 == 0:
                held.append((text, label, 1.0, "tweets"))
            else:
                train.append((text, label, weight, source))
    return train, held


def french(folder):
    train, held = [], []
    for path in sorted((folder / "allocine").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as source:
            for row in csv.DictReader(source):
                sample = (row["text"], 1 if row["label"] == "1" else 2, 1.0, "allocine")
                (held if zlib.crc32(row["text"].encode()) % 5 == 0 else train).append(sample)
    return train, held


class Model:
    def __init__(self, lang, train, least, least_pair, step, hold, epochs, binary):
        self.lang, self.binary, self.prior = lang, binary, seeds(lang)
        samples = [(features(text, lang), label, weight) for text, label, weight, _ in train]
        seen = {}
        for (found, _), _, _ in samples:
            for key in {k for k, _, _ in found}:
                seen[key] = seen.get(key, 0) + 1
        self.seen = seen
        keep = {k for k, n in seen.items() if n >= (least_pair if " " in k else least)} | set(self.prior)
        self.index = {k: i for i, k in enumerate(sorted(keep))}
        size = len(self.index)
        self.pos, self.neg = [0.0] * size, [0.0] * size
        for key, (p, n) in self.prior.items():
            self.pos[self.index[key]], self.neg[self.index[key]] = p, n
        self.bias = [-0.9, -0.8] if binary else [0.0, 0.0]
        start = (list(self.pos), list(self.neg))
        grads = [[1e-6] * size, [1e-6] * size]
        totals = {0: 0.0, 1: 0.0, 2: 0.0}
        for _, label, weight in samples:
            totals[label] += weight
        balance = {c: (sum(totals.values()) / (3 * t)) ** 0.7 if t else 0 for c, t in totals.items()}
        data = [([(self.index[k], v, n) for k, v, n in found if k in self.index], norm(count), label, weight * balance[label])
                for (found, count), label, weight in samples]
        rng = random.Random(7)
        for epoch in range(epochs):
            rng.shuffle(data)
            rate = step / (1 + 0.35 * epoch)
            for found, scale, label, weight in data:
                p, n = self.sums(found, scale)
                if binary:
                    right = 1 / (1 + math.exp(-max(-30, min(30, p - n))))
                    gp = ((label == 1) - right) * weight * 0.5
                    gn = -gp
                else:
                    top = max(p, n, 0.0)
                    ep, en, e0 = math.exp(p - top), math.exp(n - top), math.exp(-top)
                    total = ep + en + e0
                    gp, gn = ((label == 1) - ep / total) * weight, ((label == 2) - en / total) * weight
                    self.bias[0] += 0.002 * rate * gp
                    self.bias[1] += 0.002 * rate * gn
                for i, v, negated in found:
                    v /= scale
                    a, b = (gn * UP * v, gp * DOWN * v) if negated else (gp * v, gn * v)
                    grads[0][i] += a * a
                    grads[1][i] += b * b
                    self.pos[i] += rate * (a / math.sqrt(grads[0][i] + 0.5) - hold * (self.pos[i] - start[0][i]))
                    self.neg[i] += rate * (b / math.sqrt(grads[1][i] + 0.5) - hold * (self.neg[i] - start[1][i]))

    def sums(self, found, scale):
        p = n = 0.0
        pos, neg = self.pos, self.neg
        for i, v, negated in found:
            if negated:
                p += v * DOWN * neg[i]
                n += v * UP * pos[i]
            else:
                p += v * pos[i]
                n += v * neg[i]
        return self.bias[0] + p / scale, self.bias[1] + n / scale

    def rows(self, smallest, most):
        rows = []
        for key, i in self.index.items():
            size = max(abs(self.pos[i]), abs(self.neg[i])) * math.log(2 + self.seen.get(key, 0))
            if key in self.prior or max(abs(self.pos[i]), abs(self.neg[i])) >= smallest:
                rows.append((key not in self.prior, -size, key, round(self.pos[i] * 100), round(self.neg[i] * 100)))
        rows.sort()
        return sorted((key, p, n) for _, _, key, p, n in rows[:most])


def evaluate(table, bias, held, lang, two=False):
    hits = {}
    for text, label, _, source in held:
        found, count = features(text, lang)
        p = n = 0.0
        for key, v, negated in found:
            if key in table:
                a, b = table[key]
                if negated:
                    a, b = DOWN * b, UP * a
                p += v * a
                n += v * b
        p, n = bias[0] + p / norm(count), bias[1] + n / norm(count)
        guess = (1 if p >= n else 2) if two else max((0.0, 0), (p, 1), (n, 2))[1]
        cell = hits.setdefault(source, [[0] * 3 for _ in range(3)])
        cell[label][guess] += 1
    for source, cell in hits.items():
        f1 = []
        for c in range(3):
            right, got, all_ = cell[c][c], sum(row[c] for row in cell), sum(cell[c])
            if all_:
                f1.append(2 * right / (got + all_) if got + all_ else 0)
        total = sum(map(sum, cell))
        print(f"{lang} {source}: n={total} accuracy={sum(cell[c][c] for c in range(3)) / total:.4f} macro-F1={sum(f1) / len(f1):.4f}", cell)


SOURCES = {
    "en": "# Learned from C. J. Hutto, vaderSentiment ground truth (MIT, (c) 2016 C.J. Hutto) and GoEmotions (Apache-2.0, Google Research),\n"
          "# held towards seeds written for Vigie.\n",
    "fr": "# Learned from the Allocine reviews of Theophile Blard (MIT, (c) 2020), held towards seeds written for Vigie.\n",
}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--english", type=pathlib.Path)
    options.add_argument("--french", type=pathlib.Path)
    options.add_argument("--out", type=pathlib.Path, default=HERE.parent.parent / "resources" / "tone")
    options.add_argument("--samples", type=pathlib.Path)
    chosen = options.parse_args()
    for lang, folder in (("en", chosen.english), ("fr", chosen.french)):
        if folder is None:
            continue
        if lang == "en":
            train, held = english(folder)
            model = Model(lang, train, 3, 12, 0.25, 0.0008, 7, False)
            rows = model.rows(0.12, 12900)
        else:
            train, held = french(folder)
            model = Model(lang, train, 4, 12, 0.12, 0.004, 8, True)
            rows = model.rows(0.10, 7000)
        with (chosen.out / f"{lang}.tsv").open("w", encoding="utf-8") as out:
            out.write("# SPDX-License-Identifier: GPL-3.0-or-later\n# Made by scripts/tone/build_lexicon.py: word or pair, evidence for positive and for "
                      "negative in hundredths.\n" + SOURCES[lang])
            out.write(f"*bias\t{round(model.bias[0] * 100)}\t{round(model.bias[1] * 100)}\n")
            for key, p, n in rows:
                out.write(f"{key}\t{p}\t{n}\n")
        table = {key: (p / 100, n / 100) for key, p, n in rows}
        print(lang, "entries", len(rows), "bias", model.bias, "train", len(train))
        evaluate(table, model.bias, held, lang, two=lang == "fr")
        if chosen.samples:
            chosen.samples.mkdir(parents=True, exist_ok=True)
            random.Random(3).shuffle(held)
            with (chosen.samples / f"{lang}.tsv").open("w", encoding="utf-8") as out:
                for text, label, _, source in held[:400]:
                    text = re.sub(r"\s+", " ", text)
                    out.write(f"{('neutral', 'positive', 'negative')[label]}\t{source}\t{text}\n")


if __name__ == "__main__":
    main()
