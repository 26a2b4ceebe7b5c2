// SPDX-License-Identifier: GPL-3.0-or-later
// A figure that can be checked by anybody: its rows, formula, query, period, coverage and value in a ZIP of readable files, and the replay that
// makes the value of the rows again by the code that made it, on a machine that has nothing else: every figure of the catalogue. The same inputs
// give the same files; its fingerprint is the SHA-256 of figure.json, which holds those of the rows.
// Thread: writeProof inside a store job; verifyProof anywhere, not on the thread of a window. Errors: Storage..., InvalidInput (unknown figure,
// not a proof), Unsupported (another version of the formula), NotFound (no such file), TooLarge, Cancelled, Conflict (the rows do not make the
// figure: nothing is written).
#pragma once

#include <vigie/insight/figure.hpp>
#include <vigie/store/store.hpp>

#include <functional>
#include <string>
#include <vector>

namespace vigie::insight {

struct ProofRequest {
    std::string key;
    FigureScope scope;
    Period period;
};
struct ProofWritten {
    Figure figure;
    std::int64_t rows = 0, hidden = 0;   ///< hidden: rows whose network lets nothing but a hash of the id leave
    std::string fingerprint;
};
/// Beside `path` first: a file cut short never carries its name. `progress` answers false to stop.
Result<ProofWritten> writeProof(store::Tx &tx, Columns &columns, const ProofRequest &request, const std::string &path, const std::function<bool(double share)> &progress = {});

struct ProofFlaw {
    enum class Kind : std::uint8_t {
        File,        ///< a file is not what SHA256SUMS says
        FileMissing, FileUnlisted,
        Row,         ///< a row is not what its own hash says, or cannot be read
        Rows,        ///< the number or the hash of the rows is not what figure.json says
        Field,       ///< a field of figure.json is not what its own hash, or the rest, says
        Value,       ///< the formula makes another value of the rows
        Form,        ///< figure.json is not written as this program writes it
        Fingerprint  ///< not the one that was written down elsewhere
    } kind = Kind::File;
    std::string place;                   ///< file, "posts.csv:17", "/scope/words", or the part of the result: "value", "n", "interval/0"
    std::string said, found;             ///< what the file says, and what it is
};
[[nodiscard]] const char *toString(ProofFlaw::Kind kind) noexcept;
struct ProofReport {
    std::string key, name, fingerprint, zone, from, to; ///< days, both counted
    int version = 1;
    std::optional<double> value;         ///< as replayed
    std::int64_t n = 0, rows = 0;
    std::vector<ProofFlaw> flaws;        ///< the first hundred; none: sound
};
/// `expected`: a fingerprint that was written down elsewhere, or none.
Result<ProofReport> verifyProof(const std::string &path, const std::string &expected = {}, const std::function<bool(double share)> &progress = {});

} // namespace vigie::insight
