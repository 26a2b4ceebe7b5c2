// SPDX-License-Identifier: GPL-3.0-or-later
// The tags of a post's HTML becoming text with ranges, told one after another or as a tree. The tree is walked without
// recursion: depth is the sender's to choose.
// Thread: one at a time. Errors: none.
#pragma once

#include <vigie/text/rich_text.hpp>

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vigie::text {

/// A start tag and what is asked of it.
struct HtmlTag {
    std::string_view name;
    std::string classes, href, alt; ///< attributes; not looked up where they say nothing
};

class HtmlBuilder {
public:
    explicit HtmlBuilder(const HtmlContext &context) : context_(context) {}

    void walk(const xmlNode *root);
    /// False when there is nothing to look for inside it; close() is then not called.
    bool open(const HtmlTag &tag);
    void close(std::string_view name);
    void text(const char *content) { addText(content); }
    /// A blank would be seen if it came now.
    [[nodiscard]] bool showsBlank() const;
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
    void addImage(const HtmlTag &tag);

    void openLink(const HtmlTag &tag);
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
