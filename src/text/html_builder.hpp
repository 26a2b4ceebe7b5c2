// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of a post's HTML becoming text with ranges. The tree is walked without recursion: depth is the sender's to choose.
// Thread: one at a time. Errors: none.
#pragma once

#include <vigie/text/rich_text.hpp>

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

class HtmlBuilder {
public:
    explicit HtmlBuilder(const HtmlContext &context) : context_(context) {}

    void walk(const xmlNode *root);
    [[nodiscard]] RichText take();

private:
    bool enter(const xmlNode *node);
    void leave(const xmlNode *node);

    void startBlock(std::string_view name);
    void newline();
    void trimLine();
    void flushBreaks();
    void startLine();
    void addText(const char *content);

    bool addEmoji(const std::string &text, std::size_t &at);
    void addImage(const xmlNode *node);

    void openLink(const xmlNode *node);
    void closeLink();

    const HtmlContext &context_;
    RichText rich_;
    std::unique_ptr<TextSpan> link_;
    bool linkFresh_ = false, lineStart_ = true;
    int breaks_ = 0, quotes_ = 0, verbatim_ = 0;
    std::vector<int> lists_;
    std::string marker_;
};

} // namespace vigie::text
