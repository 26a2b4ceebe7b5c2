// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked when an account is added, with words of its own.
// Thread: pure function. Errors: none.
#pragma once

#include <vigie/connect/connector.hpp>

namespace vigie::connect {

/// Words are UTF-8; a help that is empty is not shown.
[[nodiscard]] inline FieldSpec wordedField(const char *key, FieldSpec::Kind kind, const char *example, const char *en, const char *fr, const char *helpEn = "", const char *helpFr = "")
{
    FieldSpec spec;
    spec.key = key;
    spec.kind = kind;
    spec.example = example;
    spec.en = en;
    spec.fr = fr;
    spec.helpEn = helpEn;
    spec.helpFr = helpFr;
    return spec;
}

} // namespace vigie::connect
