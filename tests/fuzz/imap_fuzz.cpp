// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as what an IMAP server says, cut anywhere: the same answers come out as when they are fed whole.
#include "net/imap_tokens.hpp"

#include <cstdlib>
#include <string>

namespace {

using namespace vigie::net;

void show(const ImapValue &value, std::string &out)
{
    out += static_cast<char>('0' + static_cast<int>(value.kind));
    out += std::to_string(value.text.size()) + ':' + value.text;
    for (const auto &item : value.items)
        show(item, out);
    out += ';';
}

std::string answers(std::string_view bytes, std::size_t step)
{
    ImapSplitter splitter;
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        splitter.feed(bytes.substr(at, step));
        for (;;) {
            auto next = splitter.next();
            if (!next) {
                out += "error\n";
                if (next.error().code == vigie::Errc::TooLarge)
                    return out; // such a connection is closed
                continue;
            }
            if (!*next)
                break;
            const auto &answer = **next;
            out += answer.tag + ' ' + answer.kind + ' ' + answer.text + ' ' + std::to_string(answer.number.value_or(0));
            for (const auto *values : {&answer.code, &answer.values})
                for (const auto &value : *values)
                    show(value, out);
            out += '\n';
        }
    }
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    if (size > 0 && size < 20'000 && answers(bytes, size) != answers(bytes, 1))
        std::abort();
    if (const auto quoted = imapQuoted(bytes); quoted && quoted->find_first_of("\r\n") != std::string::npos)
        std::abort(); // a second command
    for (const char c : imapFolderName(bytes))
        if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7e)
            std::abort();
    return 0;
}
