// SPDX-License-Identifier: GPL-3.0-or-later
// Fixtures from real accounts, made safe to share: an operation is asked, and of its answers only the structure, the counts and
// the distances in time are kept. Ids, names, handles, words and addresses of people are replaced, the same one by the same one
// throughout the file, under a salt that is thrown away. What looks like neither a known word of the interface nor a number of
// something is replaced: when in doubt, it goes.
// Thread: scrub() is pure. Errors: PolicyRefused (something private survived every salt), Protocol (nothing readable).
#pragma once

#include <vigie/base/result.hpp>
#include <vigie/base/secret.hpp>
#include <vigie/base/time.hpp>
#include <vigie/net/http.hpp>

#include <string>
#include <vector>

namespace vigie::app {

struct Exchange {
    net::Method method = net::Method::Get;
    std::string url;
    net::Response response;
};
struct Recording {
    std::string network, operation, argument; ///< "me"; "stream" and its name; "thread" and an id
    std::vector<Exchange> exchanges;
    std::vector<Secret> secrets;              ///< must not be found in what is written, in any spelling
    std::vector<std::string> names;           ///< of the account: handle, name, native id, host; must not be found either
};

/// What stands in place of what. `was` is for the eyes of the person whose account it is, and not in the file.
struct Replaced {
    enum class Kind : std::uint8_t { Id, Word, Address, Time, Number } kind = Kind::Word;
    std::string was, now;
    int times = 1;
};
struct Scrubbed {
    std::string fixture;                      ///< JSON, to be shared
    std::vector<Replaced> replaced;           ///< each value once, the most frequent first
    int keptNumbers = 0, droppedHeaders = 0;
};
[[nodiscard]] const char *toString(Replaced::Kind kind) noexcept;

[[nodiscard]] Result<Scrubbed> scrub(const Recording &recording);
/// With a salt of the caller's, once: for tests.
[[nodiscard]] Result<Scrubbed> scrubWith(const Recording &recording, const std::string &salt);

} // namespace vigie::app
