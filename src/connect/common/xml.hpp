// SPDX-License-Identifier: GPL-3.0-or-later
// The few things every reader of libxml2's trees needs.
// Thread: pure functions. Errors: none.
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>

namespace vigie::connect {

struct FreeXmlDoc {
    void operator()(xmlDoc *doc) const { xmlFreeDoc(doc); }
};
using XmlDoc = std::unique_ptr<xmlDoc, FreeXmlDoc>;

/// Empty when the element has no such attribute.
[[nodiscard]] inline std::string xmlAttribute(const xmlNode *node, const char *name)
{
    xmlChar *value = xmlGetProp(const_cast<xmlNode *>(node), reinterpret_cast<const xmlChar *>(name));
    if (value == nullptr)
        return {};
    std::string text(reinterpret_cast<const char *>(value));
    xmlFree(value);
    return text;
}

/// ASCII letters only: names of markup, never words.
[[nodiscard]] inline std::string lowerAscii(std::string text)
{
    for (char &c : text)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    return text;
}

} // namespace vigie::connect
