// SPDX-License-Identifier: GPL-3.0-or-later
// The few things every reader of libxml2's trees needs.
// Thread: pure functions. Errors: none.
#pragma once

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

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

/// The tree of a page, however broken; `encoding` null: as the page itself says.
[[nodiscard]] inline XmlDoc readHtml(std::string_view html, const char *encoding)
{
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
    return XmlDoc(htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, encoding, options));
}

/// Every element in the order of the page; without recursion, for a page may be nested as deep as it is long.
template <class Visit>
void eachElement(const XmlDoc &tree, Visit visit)
{
    const xmlNode *root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
    for (const xmlNode *node = root; node != nullptr;) {
        if (node->type == XML_ELEMENT_NODE)
            visit(node);
        if (node->children != nullptr) {
            node = node->children;
            continue;
        }
        while (node != nullptr && node->next == nullptr)
            node = node == root ? nullptr : node->parent;
        node = node == nullptr || node == root ? nullptr : node->next;
    }
}

} // namespace vigie::connect
