// SPDX-License-Identifier: GPL-3.0-or-later
// Tu or vous: how a French text addresses its reader.
// Thread: pure. Errors: none. Told from pronouns, possessives and imperatives; what stands between guillemets or behind "> " is
// somebody else's words and does not count.
#pragma once

#include <vigie/text/writing.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace vigie::text {

enum class Address : std::uint8_t { None, Tu, Vous, Mixed };
[[nodiscard]] const char *toString(Address address) noexcept;      ///< "none", "tu", "vous", "mixed"
[[nodiscard]] std::optional<Address> addressFrom(std::string_view name) noexcept; ///< of a house: "none", "tu", "vous"

struct AddressMark {
    std::size_t begin = 0, end = 0;
    Address form = Address::Tu;
};

[[nodiscard]] std::vector<AddressMark> addressMarks(std::string_view text);
[[nodiscard]] Address addressOf(std::string_view text);
/// `house`: the form the account uses; None: any, but not both in one text (the rarer one is pointed at).
[[nodiscard]] std::vector<WritingFinding> addressFindings(std::string_view text, Address house);

} // namespace vigie::text
