// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the JSON of a stranger: read or refused, by the fast reader just as by the library; members of any type asked
// for, printed and read again.
#include "fuzz/text_soundness.hpp"

#include "connect/common/json_read.hpp"

using namespace vigie;
using namespace vigie::connect;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const auto read = parseJson(bytes), library = readByLibrary(bytes, kMaxJsonDepth);
    fuzz::require(read.has_value() == library.has_value(), "both readers take it or none does");
    fuzz::require(read ? *read == *library && dump(*read) == dump(*library) : read.error().code == library.error().code, "both readers say the same");
    if (!read)
        return 0;
    for (const auto *key : {"id", "text", "count", "list", ""}) {
        (void)textAt(*read, key);
        (void)idAt(*read, key);
        (void)boolAt(*read, key);
        (void)intAt(*read, key);
        fuzz::require(arrayAt(*read, key).is_array(), "a list is asked for and a list is given");
        (void)asId(at(*read, key));
    }
    const auto printed = dump(*read);
    const auto again = parseJson(printed);
    fuzz::require(again.has_value(), "what is printed reads back");
    fuzz::require(dump(*again) == printed, "what is printed reads back as the same");
    return 0;
}
