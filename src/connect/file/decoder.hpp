// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a text file as UTF-8, a stretch at a time, whatever a spreadsheet wrote them in.
#pragma once

#include <vigie/base/result.hpp>

#include <cstdint>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

struct UConverter;

namespace vigie::connect::file {

/// The encoding of a file by its beginning: "utf-8", "utf-16le", "utf-16be" or "windows-1252" (what spreadsheets of western
/// Europe write). InvalidInput when it is no text at all.
Result<std::string> encodingOf(std::string_view head);

class Decoder {
public:
    /// An empty encoding is told from the beginning of the file. NotFound, Storage, InvalidInput (no such encoding, no text).
    static Result<std::unique_ptr<Decoder>> open(const std::string &path, const std::string &encoding);
    ~Decoder();

    /// The next stretch, without a byte order mark; empty at the end. Bytes of a UTF-8 file are given as they are.
    [[nodiscard]] std::string next();
    [[nodiscard]] const std::string &encoding() const { return encoding_; }
    [[nodiscard]] double share() const; ///< of the file read so far, 0..1

private:
    Decoder() = default;
    struct CloseConverter {
        void operator()(UConverter *converter) const;
    };
    std::ifstream file_;
    std::string encoding_;
    std::unique_ptr<UConverter, CloseConverter> converter_; ///< none: UTF-8
    std::uint64_t read_ = 0, size_ = 0;
    bool first_ = true;
};

} // namespace vigie::connect::file
