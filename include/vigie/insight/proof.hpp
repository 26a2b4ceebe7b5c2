// SPDX-License-Identifier: GPL-3.0-or-later
// A figure that can be checked by anybody: its rows, formula, query, period, coverage and value in a ZIP of readable files, and the replay that
// makes the value of the rows again, on a machine that has nothing else. The same inputs give the same figure.json and rows.csv; its fingerprint
// is the SHA-256 of figure.json, which holds that of the rows.
// Thread: writeProof inside a store job; verifyProof anywhere, not on the thread of a window. Errors: Storage..., InvalidInput (unknown figure,
// not a proof), Unsupported (a figure whose rows cannot be written down), NotFound (no such file), TooLarge, Cancelled, Conflict (the rows do
// not make the figure: nothing is written).
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
/// The figures that can be proven, in the order of the catalogue.
[[nodiscard]] std::vector<std::string> provableFigures();
/// Beside `path` first: a file cut short never carries its name. `progress` answers false to stop.
Result<ProofWritten> writeProof(store::Tx &tx, Columns &columns, const ProofRequest &request, const std::string &path, const std::function<bool(double share)> &progress = {});

struct ProofFlaw {
    enum class Kind : std::uint8_t {
        File,        ///< a file is not what SHA256SUMS says
        FileMissing, FileUnlisted,
        Row,         ///< a row is not what its own hash says, or cannot be read
        Rows,        ///< the number or the hash of the rows is not what figure.json says
        Value,       ///< the formula makes another value of the rows
        Form,        ///< figure.json is not written as this program writes it
        Fingerprint  ///< not the one that was written down elsewhere
    } kind = Kind::File;
    std::string place;                   ///< file, "rows.csv:17", or the part of the result: "value", "n", "interval"
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
