// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/net/sse.hpp>

#include "net/ascii.hpp"

namespace vigie::net {

namespace {

constexpr std::string_view kBom = "\xef\xbb\xbf";
constexpr std::size_t kBomDone = 4;

} // namespace

Result<void> SseParser::feed(std::string_view bytes, std::vector<StreamEvent> &out)
{
    for (const char c : bytes) {
        if (bomSeen_ < kBom.size()) {
            if (c == kBom[bomSeen_]) {
                ++bomSeen_;
                continue;
            }
            line_.append(kBom.substr(0, bomSeen_)); // it only looked like one
            bomSeen_ = kBomDone;
        }
        const bool secondOfPair = afterCr_ && c == '\n';
        afterCr_ = c == '\r';
        if (secondOfPair)
            continue;
        if (c == '\r' || c == '\n') {
            line(line_, out);
            line_.clear();
            continue;
        }
        line_ += c;
        if (line_.size() + data_.size() > maxEvent_)
            return fail(Errc::TooLarge, "an event of the stream is too large");
    }
    return {};
}

void SseParser::line(std::string_view text, std::vector<StreamEvent> &out)
{
    if (text.empty()) {
        lastId_ = pendingId_;
        if (hasData_)
            out.push_back(StreamEvent{type_.empty() ? "message" : type_, data_, lastId_});
        type_.clear();
        data_.clear();
        hasData_ = false;
        return;
    }
    if (text.front() == ':')
        return;
    const std::size_t colon = text.find(':');
    const std::string_view field = text.substr(0, colon);
    std::string_view value = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    if (!value.empty() && value.front() == ' ')
        value.remove_prefix(1);
    if (field == "data") {
        if (hasData_)
            data_ += '\n';
        data_ += value;
        hasData_ = true;
    } else if (field == "event") {
        type_ = value;
    } else if (field == "id") {
        if (value.find('\0') == std::string_view::npos)
            pendingId_ = value;
    } else if (field == "retry") {
        std::int64_t ms = 0;
        bool digits = !value.empty() && value.size() <= 9;
        for (const char c : value) {
            digits = digits && isDigit(c);
            ms = digits ? ms * 10 + (c - '0') : 0;
        }
        if (digits)
            retry_ = std::chrono::milliseconds(ms);
    }
}

} // namespace vigie::net
