// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/file/decoder.hpp"

#include "connect/common/utf8.hpp"

#include <algorithm>
#include <filesystem>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace vigie::connect::file {

namespace {

constexpr std::size_t kStretch = 1U << 16;

using namespace std::string_view_literals;

/// Sequences of UTF-8 beyond ASCII, bytes that are none, and among these the ones that no text in windows-1252 holds: five that
/// mean nothing there, and the letters thorn and y with two dots, which damage looks like far more often than Icelandic does.
struct Tally {
    int proper = 0, broken = 0;
    bool damage = false;
};

Tally tallyOf(std::string_view bytes)
{
    Tally tally;
    const auto *data = reinterpret_cast<const std::uint8_t *>(bytes.data());
    const auto length = static_cast<int32_t>(bytes.size());
    for (int32_t at = 0; at < length;) {
        UChar32 c = 0;
        const auto begin = at;
        U8_NEXT(data, at, length, c);
        if (c < 0 && length - begin >= 4) { // a sequence that the end of the stretch cuts is no fault
            ++tally.broken;
            tally.damage = tally.damage || "\x81\x8D\x8F\x90\x9D\xFE\xFF"sv.find(static_cast<char>(data[begin])) != std::string_view::npos;
        } else if (c >= 0x80) {
            ++tally.proper;
        }
    }
    return tally;
}

} // namespace

Result<std::string> encodingOf(std::string_view head)
{
    const auto starts = [&](std::string_view mark) { return head.substr(0, mark.size()) == mark; };
    if (starts("\xEF\xBB\xBF"sv))
        return "utf-8";
    if (starts("\xFF\xFE"sv))
        return "utf-16le";
    if (starts("\xFE\xFF"sv))
        return "utf-16be";
    const auto isControl = [](char c) { return (c >= 0 && c < '\t') || (c > '\r' && c < ' ' && c != '\x1B' && c != '\x1A'); };
    if (head.size() >= 4 && head[0] != '\0' && head[1] == '\0' && head[3] == '\0') // wide, and nobody said so
        return "utf-16le";
    if (head.size() >= 4 && head[0] == '\0' && head[1] != '\0' && head[2] == '\0')
        return "utf-16be";
    const auto controls = std::count_if(head.begin(), head.end(), isControl);
    if (head.find('\0') != std::string_view::npos || static_cast<std::size_t>(controls) * 50 > head.size())
        return fail(Errc::InvalidInput, "this is no text file: export it as CSV, TSV or NDJSON");
    const auto tally = tallyOf(head);
    return tally.broken > tally.proper && !tally.damage ? "windows-1252" : "utf-8";
}

Result<std::unique_ptr<Decoder>> Decoder::open(const std::string &path, const std::string &encoding)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        return fail(Errc::NotFound, "there is no file at " + path);
    std::unique_ptr<Decoder> decoder(new Decoder);
    decoder->size_ = std::filesystem::file_size(path, error);
    decoder->file_.open(path, std::ios::binary);
    if (!decoder->file_)
        return fail(Errc::NotFound, "the file " + path + " cannot be read");
    decoder->encoding_ = encoding;
    if (encoding.empty()) {
        std::string head(kStretch, '\0');
        decoder->file_.read(head.data(), static_cast<std::streamsize>(head.size()));
        head.resize(static_cast<std::size_t>(decoder->file_.gcount()));
        decoder->file_.clear();
        decoder->file_.seekg(0);
        if (head.empty())
            return fail(Errc::InvalidInput, "the file is empty");
        VIGIE_TRY(decoder->encoding_, encodingOf(head));
    }
    if (decoder->encoding_ != "utf-8") {
        UErrorCode status = U_ZERO_ERROR;
        decoder->converter_.reset(ucnv_open(decoder->encoding_.c_str(), &status));
        if (U_FAILURE(status) || !decoder->converter_)
            return fail(Errc::InvalidInput, "no such encoding: " + decoder->encoding_);
    }
    return decoder;
}

Decoder::~Decoder() = default;

void Decoder::CloseConverter::operator()(UConverter *converter) const
{
    ucnv_close(converter);
}

std::string Decoder::next()
{
    std::string bytes(kStretch, '\0');
    file_.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file_.gcount()));
    read_ += bytes.size();
    const bool end = bytes.size() < kStretch;
    std::string text;
    if (converter_) {
        std::u16string wide(bytes.size() * 2 + 16, u'\0');
        auto *to = wide.data();
        const char *from = bytes.data();
        UErrorCode status = U_ZERO_ERROR; // bytes that mean nothing become U+FFFD, which is what the reader of the text shall see
        ucnv_toUnicode(converter_.get(), &to, wide.data() + wide.size(), &from, bytes.data() + bytes.size(), nullptr, end ? 1 : 0, &status);
        icu::UnicodeString(wide.data(), static_cast<int32_t>(to - wide.data())).toUTF8String(text);
    } else {
        text = std::move(bytes);
    }
    if (std::exchange(first_, false) && text.rfind("\xEF\xBB\xBF", 0) == 0)
        text.erase(0, 3);
    return text;
}

double Decoder::share() const
{
    return size_ == 0 ? 1.0 : static_cast<double>(read_) / static_cast<double>(size_);
}

} // namespace vigie::connect::file
